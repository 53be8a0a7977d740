import { ROLES, type ConfigurationDocument, type Role } from '../policy/configuration-document.ts';
import type { Section } from './change.ts';
import { blockId, keyedItems, ownId } from './keyed-items.ts';
import { mergedOrder, sameOrder } from './merged-order.ts';
import { sameValue } from './same-value.ts';
import { documentSentences } from './sentences.ts';
import { ORDER_NAME, orderSentence } from './sentences/order.ts';
import { quoted } from './sentences/words.ts';

type Side = 'mine' | 'theirs';

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

interface Three<T> {
  readonly base: T;
  readonly theirs: T;
  readonly mine: T;
}
type Documents = Three<ConfigurationDocument>;

/** Decides what becomes of one thing, and notes where both changed it. */
type Settle = <T>(section: Section, id: string, values: Three<T>) => T;

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
  return { document: joined(documents, settle, order.lead), overlaps };
}

function joined(documents: Documents, settle: Settle, lead: Side): ConfigurationDocument {
  const each = <T>(read: (document: ConfigurationDocument) => T): Three<T> => ({
    base: read(documents.base),
    theirs: read(documents.theirs),
    mine: read(documents.mine),
  });
  const list = <T>(
    section: Section,
    read: (document: ConfigurationDocument) => readonly T[],
    idOf: (item: T) => string,
    leader?: Side,
  ) =>
    mergedList(
      section,
      each((document) => keyedItems(read(document), idOf)),
      settle,
      leader,
    );
  return {
    format: 1,
    languages: settle(
      'languages',
      'languages',
      each(({ languages }) => languages),
    ),
    branding: joinedBranding(each, settle),
    methods: {
      'security-answers': settle(
        'methods',
        'security-answers',
        each(({ methods }) => methods['security-answers']),
      ),
      'email-code': settle(
        'methods',
        'email-code',
        each(({ methods }) => methods['email-code']),
      ),
    },
    questions: list('questions', ({ questions }) => questions, ownId),
    groups: list('groups', ({ groups }) => groups, ownId),
    questionnaire: settle(
      'questionnaire',
      'questionnaire',
      each(({ questionnaire }) => questionnaire),
    ),
    userConfigurations: list('userConfigurations', (document) => document.userConfigurations, ownId, lead),
    blockList: list('blockList', ({ blockList }) => blockList, blockId),
    access: Object.fromEntries(
      ROLES.map((role) => [
        role,
        settle(
          'access',
          role,
          each(({ access }) => access[role]),
        ),
      ]),
    ) as Record<Role, ConfigurationDocument['access'][Role]>,
  };
}

function joinedBranding(
  each: <T>(read: (document: ConfigurationDocument) => T) => Three<T>,
  settle: Settle,
): ConfigurationDocument['branding'] {
  const linkWording = settle(
    'branding',
    'linkWording',
    each(({ branding }) => branding.linkWording),
  );
  const logo = settle(
    'branding',
    'logo',
    each(({ branding }) => branding.logo),
  );
  const colours = settle(
    'branding',
    'colours',
    each(({ branding }) => branding.colours),
  );
  return {
    organization: settle(
      'branding',
      'organization',
      each(({ branding }) => branding.organization),
    ),
    helpLine: settle(
      'branding',
      'helpLine',
      each(({ branding }) => branding.helpLine),
    ),
    ...(linkWording && { linkWording }),
    ...(logo && { logo }),
    ...(colours && { colours }),
  };
}

/** A list thing by thing, in my order if I changed it, else in theirs, with what only one of us added put where it was. */
function mergedList<T>(
  section: Section,
  { base, theirs, mine }: Three<ReadonlyMap<string, T>>,
  settle: Settle,
  leader?: Side,
): readonly T[] {
  const keys = { base: [...base.keys()], theirs: [...theirs.keys()], mine: [...mine.keys()] };
  const lead = leader ?? (sameOrder(keys.base, keys.mine) ? 'theirs' : 'mine');
  const order = mergedOrder(keys[lead], keys[lead === 'mine' ? 'theirs' : 'mine']);
  return order.flatMap((id) => {
    const value = settle(section, id, { base: base.get(id), theirs: theirs.get(id), mine: mine.get(id) });
    return value === undefined ? [] : [value];
  });
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
