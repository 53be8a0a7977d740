import type { QueuedMessage } from '../../messages/message.ts';
import { LIFETIMES } from '../../policy/limits.ts';
import type { Ports } from '../../ports/index.ts';
import type { Sealed } from '../../ports/sealer.ts';
import type { IssuedCode } from '../../recovery/flow.ts';

/** Digits in every code we send. */
export const CODE_DIGITS = 8;

/** Reads a typed code: spaces, hyphens and full-width digits are fine. Undefined when it is not eight digits. */
export function readCode(typed: string): string | undefined {
  const digits = typed.normalize('NFKC').replace(/[\s\p{Pd}]/gu, '');
  return /^\d{8}$/.test(digits) ? digits : undefined;
}

/** For whom a code is made, and how it gets there. */
export interface CodeOrder {
  /** The key of the flow or session that the code is good for. */
  readonly owner: string;
  readonly kind: 'recovery-code' | 'confirm-address';
  readonly to: readonly Sealed[];
  readonly language: string;
  readonly now: number;
}

/** Makes a code: the tag to keep, and the message with the code sealed in it. The code itself is forgotten here. */
export async function makeCode(
  ports: Pick<Ports, 'mac' | 'random' | 'sealer'>,
  { owner, kind, to, language, now }: CodeOrder,
): Promise<{ readonly issued: IssuedCode; readonly message: QueuedMessage }> {
  const code = ports.random.digits(CODE_DIGITS);
  const tag = await ports.mac.quickTag('code', `${owner}|${code}`);
  const sealed = await ports.sealer.seal('code', code);
  const letter = { kind, code: sealed, minutes: LIFETIMES.code / 60_000 };
  return {
    issued: { tag, expiresAt: now + LIFETIMES.code, tries: 0 },
    message: { id: ports.random.id(), channel: 'email', to, letter, language, queuedAt: now },
  };
}

/** Whether the typed code is the one in force for `owner`. As much work when there is none. */
export async function codeHolds(
  { mac }: Pick<Ports, 'mac'>,
  owner: string,
  issued: IssuedCode | undefined,
  typed: string,
  now: number,
): Promise<boolean> {
  const matches = await mac.quickMatches('code', `${owner}|${typed}`, issued?.tag ?? 'A'.repeat(43));
  return matches && issued !== undefined && now < issued.expiresAt;
}
