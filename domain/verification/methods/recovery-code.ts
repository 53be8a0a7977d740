import { fromBase64Url, toBase64Url } from '../../base64url.ts';
import type { RecoveryCodes } from '../../enrollment/enrollment.ts';
import { personKey, type Person } from '../../person.ts';
import { ANSWER_COST } from '../../ports/answer-hasher.ts';
import type { Ports } from '../../ports/index.ts';
import type { PersonNotes, SingleUse } from '../../ports/person-notes.ts';
import { HOLDS, WRONG, type Offer } from '../offer.ts';
import { encodeCrockford } from '../crockford.ts';
import { sameText } from '../same-text.ts';

/** Codes in a set. */
export const CODES_IN_A_SET = 10;
/** 80 bits: above the 64 that NIST SP 800-63B-4 §4.2.1.1 asks of a saved recovery code. */
const CODE_BYTES = 10;

/** Reads a typed code: case, spaces and hyphens make no difference, and O is 0, I and L are 1 (Crockford). Undefined when it is no code. */
export function readRecoveryCode(typed: string): string | undefined {
  const code = typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(code) ? code : undefined;
}

type HashNeeds = Pick<Ports, 'hasher' | 'mac'>;
type CodeSet = Omit<RecoveryCodes, 'tags' | 'issuedAt'>;

/** What the keyed MAC covers: scheme, person and set, then the hash. A tag moved to another row matches nothing. */
async function tagOf(
  { hasher, mac }: HashNeeds,
  person: Person,
  set: CodeSet,
  code: string,
): Promise<string> {
  const hash = await hasher.hash(code, fromBase64Url(set.salt), set.cost);
  const head = new TextEncoder().encode(JSON.stringify(['rc1', personKey(person), set.id]));
  return mac.tag(new Uint8Array([...head, ...hash]));
}

/** Makes a set of codes: what is shown, once, and what is kept of it. */
export async function makeRecoveryCodes(
  ports: HashNeeds & Pick<Ports, 'random' | 'clock'>,
  person: Person,
): Promise<{ readonly codes: readonly string[]; readonly kept: RecoveryCodes }> {
  const salt = toBase64Url(ports.random.bytes(16));
  const set: CodeSet = { id: ports.random.id(), salt, cost: ANSWER_COST };
  const codes = Array.from({ length: CODES_IN_A_SET }, () => encodeCrockford(ports.random.bytes(CODE_BYTES)));
  const tags: string[] = [];
  for (const code of codes) tags.push(await tagOf(ports, person, set, code));
  return { codes, kept: { ...set, tags, issuedAt: ports.clock.now() } };
}

/** Stands in where nothing is registered: as much work as a real one, and no tag of it ever matches. */
const NOBODYS: CodeSet & Pick<RecoveryCodes, 'tags'> = {
  id: '',
  salt: 'AAAAAAAAAAAAAAAAAAAAAA',
  cost: ANSWER_COST,
  tags: Array.from({ length: CODES_IN_A_SET }, () => 'A'.repeat(43)),
};

const usePrefix = ({ id }: Pick<RecoveryCodes, 'id'>): string => `recovery-code:${id}:`;

const codeUse = (set: RecoveryCodes, index: number): SingleUse => ({
  name: `${usePrefix(set)}${index}`,
  value: 1,
});

/** How many codes of a set are not used up. */
export const recoveryCodesLeft = (set: RecoveryCodes, { used }: PersonNotes): number =>
  set.tags.filter((_, index) => used[codeUse(set, index).name] === undefined).length;

/** A saved code as a proof; `code` as `readRecoveryCode` gave it. One hash and one tag, whoever it is and whichever code it is. */
export const recoveryCodeOffer = (
  ports: HashNeeds & Pick<Ports, 'enrollments' | 'notes'>,
  code: string,
): Offer => ({
  method: 'recovery-code',
  async holds({ flow: { person } }) {
    const registered = (await ports.enrollments.find(person))?.recoveryCodes;
    const tag = await tagOf(ports, person, registered ?? NOBODYS, code);
    const matches = (registered ?? NOBODYS).tags.map((kept) => sameText(kept, tag));
    const index = matches.indexOf(true);
    if (index < 0 || !registered) return WRONG;
    return (await ports.notes.useUp(person, codeUse(registered, index))) ? HOLDS : WRONG;
  },
});
