import type { ConfigurationDocument } from '../policy/configuration-document.ts';
import type { Change } from './change.ts';
import { keyedItems, ownId } from './keyed-items.ts';
import { sameOrder } from './merged-order.ts';
import { toldThings, type Told } from './sections.ts';
import { ORDER_NAME, orderSentence } from './sentences/order.ts';
import { placeSentences } from './sentences/user-configuration.ts';
import { quoted } from './sentences/words.ts';

/** What changes from one document to another, thing by thing, in sentences; empty exactly when both say the same. Pure. */
export function changesBetween(
  before: ConfigurationDocument,
  after: ConfigurationDocument,
): readonly Change[] {
  // Both sides name what they refer to in the same words: a new wording is the question's own change, and nobody else's.
  const wording = {
    languages: after.languages,
    questions: [...after.questions, ...before.questions],
    groups: [...after.groups, ...before.groups],
  };
  const old = byPlace(toldThings(before, wording));
  const now = byPlace(toldThings(after, wording));
  const gone = [...old].filter(([place]) => !now.has(place));
  return [
    ...[...now].flatMap(([place, told]) => changeOf(old.get(place), told, after)),
    ...gone.map(([, told]) => removed(told)),
    ...orderChange(before, after),
  ];
}

const byPlace = (things: readonly Told[]): ReadonlyMap<string, Told> =>
  new Map(things.map((told) => [`${told.section}/${told.id}`, told]));

function changeOf(was: Told | undefined, is: Told, after: ConfigurationDocument): readonly Change[] {
  const { section, id, name } = is;
  if (!was)
    return [
      { section, id, name, kind: 'added', before: [], after: [...is.sentences, ...placeOf(is, after)] },
    ];
  const old = facts(was);
  const now = facts(is);
  if (old.length === now.length && old.every((sentence, i) => sentence === now[i])) return [];
  const lost = old.filter((sentence) => !now.includes(sentence));
  const won = now.filter((sentence) => !old.includes(sentence));
  // The same sentences in another order: only all of them show it.
  const sides = lost.length + won.length > 0 ? { before: lost, after: won } : { before: old, after: now };
  return [{ section, id, name, kind: 'changed', ...sides }];
}

const removed = ({ section, id, name, sentences }: Told): Change => ({
  section,
  id,
  name,
  kind: 'removed',
  before: sentences,
  after: [],
});

const facts = ({ isNamed, name, sentences }: Told): readonly string[] =>
  isNamed ? [`It is called ${quoted(name)}.`, ...sentences] : sentences;

function placeOf({ section, id }: Told, { userConfigurations }: ConfigurationDocument): readonly string[] {
  const added = section === 'userConfigurations' && keyedItems(userConfigurations, ownId).get(id);
  return added ? placeSentences(added, userConfigurations) : [];
}

/** The order of the user configurations, where those that were there before stand in another one. */
function orderChange(before: ConfigurationDocument, after: ConfigurationDocument): readonly Change[] {
  const old = [...keyedItems(before.userConfigurations, ownId).keys()];
  const now = [...keyedItems(after.userConfigurations, ownId).keys()];
  if (sameOrder(old, now)) return [];
  return [
    {
      section: 'userConfigurations',
      id: 'userConfigurations',
      name: ORDER_NAME,
      kind: 'changed',
      before: [orderSentence(before)],
      after: [orderSentence(after)],
    },
  ];
}
