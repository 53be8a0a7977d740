import type { TextMessages } from '../policy/methods.ts';
import type { Ports } from '../ports/index.ts';
import type { Sealed } from '../ports/sealer.ts';

export type TextGateNeeds = Pick<Ports, 'outbox' | 'opener' | 'phoneNumbers' | 'configuration' | 'clock'>;

/** What became of one text message; all but `sent` say why it was not. */
export type TextFate = 'sent' | 'budget' | 'breaker' | 'country';

/** A number that a text may go to. */
export interface TextTarget {
  readonly contact: Sealed;
  readonly number: string;
}

/**
 * The numbers of a message that texts may go to now: of an allowed country, whatever was allowed when they were registered; and,
 * where the text has a code, only as long as everybody's budget lasts and enough codes hold. Each is counted before it is sent.
 */
export async function mayBeTexted(
  ports: TextGateNeeds,
  phones: readonly Sealed[],
  bearsCode: boolean,
  count: (fate: TextFate) => void,
): Promise<readonly TextTarget[]> {
  const { textMessages } = (await ports.configuration.current()).document;
  const targets: TextTarget[] = [];
  for (const contact of phones) {
    const number = await ports.opener.open('phone', contact);
    const barred = await whyNot(ports, number, bearsCode, textMessages);
    if (barred) count(barred);
    else targets.push({ contact, number });
  }
  return targets;
}

async function whyNot(
  { outbox, phoneNumbers, clock }: TextGateNeeds,
  number: string,
  bearsCode: boolean,
  allowed: TextMessages | undefined,
): Promise<Exclude<TextFate, 'sent'> | undefined> {
  const [home] = allowed?.countries ?? [];
  const read = home === undefined ? undefined : await phoneNumbers.read(number, home);
  if (!allowed || !read || !allowed.countries.includes(read.country)) return 'country';
  if (!bearsCode) return undefined;
  const may = await outbox.mayText(clock.now(), allowed);
  return may === 'may' ? undefined : may;
}
