import type { ConfigurationDocument } from '../policy/configuration-document.ts';
import type { Section } from './change.ts';
import { keyedItems, ownId } from './keyed-items.ts';
import { sameOrder } from './merged-order.ts';
import { mergedSections } from './merged-sections.ts';
import { sameValue } from './same-value.ts';
import { documentSentences } from './sentences.ts';
import { ORDER_NAME, orderSentence } from './sentences/order.ts';
import { quoted } from './sentences/words.ts';
import type { Documents, Settle, Side } from './three.ts';

/** One thing that two people changed differently since the version both began from. */
export interface Overlap {
  /** Under which a choice is given: section and id. */
  readonly key: string;
  readonly section: Section;
  readonly name: string;
  /** What each side says of it now. */
  readonly theirs: readonly string[];
  readonly mine: readonly string[];
  readonly chosen: Side;
}

/**
 * Joins what two people did to one document since `base`: what only one of them changed is taken from that one; where both
 * changed a thing differently, `choices` decides by the overlap's key, and mine stays where it says nothing. The result may
 * hold mistakes that neither had (a group of mine may ask a question they removed). Pure.
 */
export function mergeDocuments(
  base: ConfigurationDocument,
  theirs: ConfigurationDocument,
  mine: ConfigurationDocument,
  choices: Readonly<Record<string, Side>>,
): { readonly document: ConfigurationDocument; readonly overlaps: readonly Overlap[] } {
  const documents = { base, theirs, mine };
  const overlaps: Overlap[] = [];
  const choose = (key: string): Side => (Object.hasOwn(choices, key) ? choices[key] : undefined) ?? 'mine';
  const settle: Settle = (section, id, values) => {
    if (sameValue(values.theirs, values.mine) || sameValue(values.base, values.theirs)) return values.mine;
    if (sameValue(values.base, values.mine)) return values.theirs;
    const key = `${section}/${id}`;
    const chosen = choose(key);
    overlaps.push({ key, section, ...saidOf(section, id, documents), chosen });
    return values[chosen];
  };
  const order = userConfigurationOrder(documents, choose);
  overlaps.push(...order.overlaps);
  return { document: mergedSections(documents, settle, order.lead), overlaps };
}

/** Whose order of the user configurations is kept: the first that matches wins, so two new orders are an overlap too. */
function userConfigurationOrder(
  documents: Documents,
  choose: (key: string) => Side,
): { readonly lead: Side; readonly overlaps: readonly Overlap[] } {
  const ids = (document: ConfigurationDocument) => [...keyedItems(document.userConfigurations, ownId).keys()];
  const base = ids(documents.base);
  const theirs = ids(documents.theirs);
  const mine = ids(documents.mine);
  if (sameOrder(base, mine)) return { lead: 'theirs', overlaps: [] };
  if (sameOrder(base, theirs) || sameOrder(theirs, mine)) return { lead: 'mine', overlaps: [] };
  const key = 'userConfigurations';
  const chosen = choose(key);
  const overlap: Overlap = {
    key,
    section: key,
    name: ORDER_NAME,
    theirs: [orderSentence(documents.theirs)],
    mine: [orderSentence(documents.mine)],
    chosen,
  };
  return { lead: chosen, overlaps: [overlap] };
}

/** What each side says of a thing, and what it is called. */
function saidOf(section: Section, id: string, { base, theirs, mine }: Documents) {
  const find = (document: ConfigurationDocument) =>
    documentSentences(document).find((one) => one.section === section && one.id === id);
  const [hers, ours] = [find(theirs), find(mine)];
  const name = ours?.name ?? hers?.name ?? find(base)?.name ?? id;
  const gone = [`${quoted(name)} is removed.`];
  return { name, theirs: hers?.sentences ?? gone, mine: ours?.sentences ?? gone };
}
