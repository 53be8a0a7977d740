import type { Ports } from '../ports/index.ts';
import { makeRecoveryCodes } from '../verification/methods/recovery-code.ts';
import { keepEnrollment, type KeepNeeds } from './keep.ts';
import type { Session } from './session.ts';

export type RegisterRecoveryCodesNeeds = KeepNeeds & Pick<Ports, 'hasher' | 'mac'>;

export type RecoveryCodesRegistered =
  /** The codes are told here and never again. */
  | { readonly kind: 'registered'; readonly codes: readonly string[] }
  | { readonly kind: 'conflict' | 'frozen' };

/** Makes a new set of saved codes; those of the set before it work no more. */
export async function registerRecoveryCodes(
  ports: RegisterRecoveryCodesNeeds,
  session: Session,
): Promise<RecoveryCodesRegistered> {
  const { codes, kept } = await makeRecoveryCodes(ports, session.person);
  const seen = await ports.enrollments.find(session.person);
  const saved = await keepEnrollment(
    ports,
    session,
    seen,
    { recoveryCodes: kept },
    { kind: 'method-registered', method: 'recovery-code' },
  );
  return saved === 'saved' ? { kind: 'registered', codes } : { kind: saved };
}
