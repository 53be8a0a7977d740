import type { Letter } from '../../messages/message.ts';
import { LIFETIMES } from '../../policy/limits.ts';
import type { Ports } from '../../ports/index.ts';
import type { IssuedCode } from '../../recovery/flow.ts';

/** Digits in every code we send. */
export const CODE_DIGITS = 8;

/** Reads a typed code: spaces, hyphens and full-width digits are fine. Undefined when it is not eight digits. */
export function readCode(typed: string): string | undefined {
  const digits = typed.normalize('NFKC').replace(/[\s\p{Pd}]/gu, '');
  return /^\d{8}$/.test(digits) ? digits : undefined;
}

/** Makes a code for one flow or session (`owner`): the tag to keep, and the sealed code to send. The code itself is forgotten here. */
export async function makeCode(
  ports: Pick<Ports, 'mac' | 'random' | 'sealer'>,
  owner: string,
  kind: 'recovery-code' | 'confirm-address',
  now: number,
): Promise<{ readonly issued: IssuedCode; readonly letter: Letter }> {
  const code = ports.random.digits(CODE_DIGITS);
  const tag = await ports.mac.quickTag('code', `${owner}|${code}`);
  const sealed = await ports.sealer.seal('code', code);
  return {
    issued: { tag, expiresAt: now + LIFETIMES.code, tries: 0 },
    letter: { kind, code: sealed, minutes: LIFETIMES.code / 60_000 },
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
