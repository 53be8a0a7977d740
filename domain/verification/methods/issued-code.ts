import type { QueuedMessage } from '../../messages/message.ts';
import { LIFETIMES } from '../../policy/limits.ts';
import type { Ports } from '../../ports/index.ts';
import type { Sealed } from '../../ports/sealer.ts';
import type { IssuedCode } from '../../recovery/flow.ts';
import type { CodeMethod } from '../method.ts';
import { WRONG, type Offer } from '../offer.ts';

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
  /** A code of one method is worth nothing for another. */
  readonly method: CodeMethod;
  readonly kind: 'recovery-code' | 'confirm-address' | 'confirm-phone';
  readonly to: readonly Sealed[];
  readonly phones: readonly Sealed[];
  readonly language: string;
  readonly now: number;
}

/** Makes a code: the tag to keep, and the message with the code sealed in it. The code itself is forgotten here. */
export async function makeCode(
  ports: Pick<Ports, 'mac' | 'random' | 'sealer'>,
  { owner, method, kind, to, phones, language, now }: CodeOrder,
): Promise<{ readonly issued: IssuedCode; readonly message: QueuedMessage }> {
  const code = ports.random.digits(CODE_DIGITS);
  const tag = await ports.mac.quickTag('code', tagged(owner, method, code));
  const sealed = await ports.sealer.seal('code', code);
  const letter = { kind, code: sealed, minutes: LIFETIMES.code / 60_000 };
  return {
    issued: { tag, expiresAt: now + LIFETIMES.code, tries: 0, ...(phones.length > 0 && { byText: true }) },
    message: {
      id: ports.random.id(),
      to,
      ...(phones.length > 0 && { phones }),
      letter,
      language,
      queuedAt: now,
    },
  };
}

/** Whether the typed code is the one in force for `owner`. As much work when there is none. */
export async function codeHolds(
  { mac }: Pick<Ports, 'mac'>,
  { owner, method }: Pick<CodeOrder, 'owner' | 'method'>,
  issued: IssuedCode | undefined,
  typed: string,
  now: number,
): Promise<boolean> {
  const matches = await mac.quickMatches('code', tagged(owner, method, typed), issued?.tag ?? 'A'.repeat(43));
  return matches && issued !== undefined && now < issued.expiresAt;
}

const tagged = (owner: string, method: CodeMethod, code: string): string => `${owner}|${method}|${code}`;

/** A code that was sent, as a proof; it works once, in the flow it was sent for. */
export const codeOffer = (ports: Pick<Ports, 'mac'>, method: CodeMethod, code: string): Offer => ({
  method,
  async holds({ flow, now }) {
    const issued = flow.codes[method];
    const holds = await codeHolds(ports, { owner: flow.key, method }, issued, code, now);
    return holds && issued ? { kind: 'holds', code: issued.tag } : WRONG;
  },
});
