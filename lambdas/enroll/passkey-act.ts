import {
  registerPasskey,
  removePasskey,
  type PasskeyRegistered,
  type RegisterPasskeyNeeds,
} from '../../domain/enrollment/register-passkey.ts';
import type { MethodRemoved, RemoveMethodNeeds } from '../../domain/enrollment/remove-method.ts';
import type { Session } from '../../domain/enrollment/session.ts';
import type { CeremonyAnswer } from '../../domain/ports/passkeys.ts';
import type { Edge } from '../http/site.ts';

/** What both faces do with passkeys, with what is counted of it. */
export const passkeyActs = (
  ports: RegisterPasskeyNeeds & RemoveMethodNeeds,
  { meter }: Pick<Edge, 'meter'>,
) => ({
  register: async (session: Session, answer: CeremonyAnswer, name: string): Promise<PasskeyRegistered> => {
    const registered = await registerPasskey(ports, session, answer, name);
    if (registered.kind === 'registered') meter.count('MethodRegistered', { method: 'passkey' });
    return registered;
  },
  remove: async (session: Session, id: string, password: string): Promise<MethodRemoved> => {
    const removed = await removePasskey(ports, session, id, password);
    if (removed.kind === 'removed') meter.count('MethodRemoved', { method: 'passkey' });
    return removed;
  },
});
