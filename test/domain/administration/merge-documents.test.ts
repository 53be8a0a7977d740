import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockId, keyedItems, ownId } from '../../../domain/administration/keyed-items.ts';
import { mergeDocuments } from '../../../domain/administration/merge-documents.ts';
import { sameValue } from '../../../domain/administration/same-value.ts';
import { bannedWordsOf } from '../../../domain/policy/banned-words.ts';
import type { ConfigurationDocument } from '../../../domain/policy/configuration-document.ts';
import { aDocument, anyDocument } from '../../support/any-document.ts';
import { anAudience, aQuestion, aUserConfiguration, notOffered, offered } from '../../support/configured.ts';

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => aUserConfiguration(id)) as [A, A, A, A];
type A = ReturnType<typeof aUserConfiguration>;
const inOrder = (...userConfigurations: readonly A[]) => aDocument({ userConfigurations });
const idsOf = ({ userConfigurations }: ConfigurationDocument) => userConfigurations.map(({ id }) => id);
const merged = (base: ConfigurationDocument, theirs: ConfigurationDocument, mine: ConfigurationDocument) =>
  mergeDocuments(base, theirs, mine, {});

describe('two administrators who edit one document', () => {
  it('each get what only they changed', () => {
    const base = aDocument({ questions: [aQuestion('pet'), aQuestion('car')] });
    const theirs = { ...base, questions: [aQuestion('pet', { minimumLength: 5 }), aQuestion('car')] };
    const mine = { ...base, questions: [aQuestion('pet'), aQuestion('car', { caseSensitive: true })] };
    const { document, overlaps } = merged(base, theirs, mine);
    expect(overlaps).toEqual([]);
    expect(document.questions).toEqual([theirs.questions[0], mine.questions[1]]);
  });

  it('are shown what both changed differently, in sentences, and mine stays until somebody chooses', () => {
    const base = inOrder(a);
    const theirs = inOrder({ ...a, actions: { ...a.actions, unlock: notOffered } });
    const mine = inOrder({ ...a, actions: { ...a.actions, unlock: offered(['email-code']) } });
    const { document, overlaps } = merged(base, theirs, mine);
    expect(document).toEqual(mine);
    expect(overlaps).toMatchObject([
      { key: 'userConfigurations/a', section: 'userConfigurations', name: 'a', chosen: 'mine' },
    ]);
    expect(overlaps[0]?.theirs).toContain('They may not unlock their account.');
    expect(overlaps[0]?.mine).toContain(
      'They may unlock their account. For that they must give a code by e-mail.',
    );
    const chosen = mergeDocuments(base, theirs, mine, { 'userConfigurations/a': 'theirs' });
    expect(chosen.document).toEqual(theirs);
    expect(chosen.overlaps.map((one) => one.chosen)).toEqual(['theirs']);
  });

  it('are shown that one removed what the other changed', () => {
    const changed = { ...a, name: 'Sales' };
    const { document, overlaps } = merged(inOrder(a, b), inOrder(b), inOrder(changed, b));
    expect(document.userConfigurations).toEqual([changed, b]);
    expect(overlaps[0]?.theirs).toEqual(['“Sales” is removed.']);
    const choices = { 'userConfigurations/a': 'theirs' } as const;
    expect(mergeDocuments(inOrder(a, b), inOrder(b), inOrder(changed, b), choices).document).toEqual(
      inOrder(b),
    );
  });

  it('overlap in nothing when both did the same', () => {
    const both = inOrder({ ...a, include: anAudience({ units: ['OU=Staff,DC=corp'] }) });
    expect(merged(inOrder(a), both, both)).toEqual({ document: both, overlaps: [] });
  });

  it('keep my order if I changed it, else theirs, with what the other added where they put it', () => {
    const order = (theirs: readonly A[], mine: readonly A[]) =>
      idsOf(merged(inOrder(a, b, c), inOrder(...theirs), inOrder(...mine)).document).join('');
    expect(order([a, b, c], [c, b, a])).toBe('cba');
    expect(order([c, b, a], [a, b, c])).toBe('cba');
    expect(order([a, d, b, c], [c, b, a])).toBe('cbad');
    expect(order([c, b, a], [d, a, b, c])).toBe('dcba');
    expect(order([b, a, c], [a, b])).toBe('ba');
  });

  it('both ban their words, and a word that one of them takes off the list is off', () => {
    const banning = (...bannedWords: readonly string[]) => aDocument({ passwords: { bannedWords } });
    const { document, overlaps } = merged(
      banning('old', 'kept'),
      banning('kept', 'hers'),
      banning('old', 'kept', 'mine'),
    );
    expect(overlaps).toEqual([]);
    expect(document.passwords?.bannedWords.toSorted()).toEqual(['hers', 'kept', 'mine']);
    expect(merged(aDocument(), banning('hers'), aDocument({ questions: [] })).document.passwords).toEqual({
      bannedWords: ['hers'],
    });
    expect(merged(aDocument(), banning(), aDocument()).document.passwords).toEqual({ bannedWords: [] });
  });

  it('are asked when both changed the order: the first that matches wins', () => {
    const [base, theirs, mine] = [inOrder(a, b, c), inOrder(b, a, c), inOrder(a, c, b)];
    const { document, overlaps } = merged(base, theirs, mine);
    expect(idsOf(document)).toEqual(['a', 'c', 'b']);
    expect(overlaps).toMatchObject([{ key: 'userConfigurations', name: 'Order of the user configurations' }]);
    const chosen = mergeDocuments(base, theirs, mine, { userConfigurations: 'theirs' });
    expect(idsOf(chosen.document)).toEqual(['b', 'a', 'c']);
  });

  it('lose nothing when only one of them did anything', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (base, other) => {
        expect(merged(base, base, other)).toEqual({ document: other, overlaps: [] });
        expect(merged(base, other, base)).toEqual({ document: other, overlaps: [] });
        expect(merged(base, other, other)).toEqual({ document: other, overlaps: [] });
      }),
    );
  });

  it('lose nothing silently, whatever both did', () => {
    const choice = fc.constantFrom('mine' as const, 'theirs' as const);
    fc.assert(
      fc.property(tidy, tidy, tidy, choice, (base, theirs, mine, chosen) => {
        const all = (document: ConfigurationDocument) => thingsOf(document);
        const [was, hers, ours] = [all(base), all(theirs), all(mine)];
        const keys = new Set([...was.keys(), ...hers.keys(), ...ours.keys()]);
        const choices = Object.fromEntries([...keys].map((key) => [key, chosen]));
        const { document, overlaps } = mergeDocuments(base, theirs, mine, choices);
        const result = all(document);
        const asked = new Set(overlaps.map(({ key }) => key));
        for (const key of keys) {
          const [one, other, old] = [hers.get(key), ours.get(key), was.get(key)];
          const differ = !sameValue(one, other) && !sameValue(one, old) && !sameValue(other, old);
          expect(asked.has(key), key).toBe(differ);
          const expected = differ ? (chosen === 'mine' ? other : one) : sameValue(other, old) ? one : other;
          expect(sameValue(result.get(key), expected), key).toBe(true);
        }
      }),
    );
  });

  it('both find in the result what either of them added', () => {
    fc.assert(
      fc.property(tidy, tidy, tidy, (base, theirs, mine) => {
        const { document } = merged(base, theirs, mine);
        const result = thingsOf(document);
        const old = thingsOf(base);
        for (const key of [...thingsOf(theirs).keys(), ...thingsOf(mine).keys()])
          if (!old.has(key)) expect(result.has(key), key).toBe(true);
      }),
    );
  });
});

/** Documents in which no id is given twice: what such a one becomes in a merge can be found again by its id. */
const tidy = anyDocument.map((document) => {
  const once = <T>(items: readonly T[], idOf: (item: T) => string): readonly T[] =>
    items.filter((item, at) => items.findIndex((other) => idOf(other) === idOf(item)) === at);
  return {
    ...document,
    questions: once(document.questions, ownId),
    groups: once(document.groups, ownId),
    userConfigurations: once(document.userConfigurations, ownId),
    blockList: once(document.blockList, blockId),
    passwords: { bannedWords: once(bannedWordsOf(document), (word) => word) },
  };
});

/** Everything in a document that is merged as one, by its key. */
function thingsOf(document: ConfigurationDocument): ReadonlyMap<string, unknown> {
  const list = (section: string, items: ReadonlyMap<string, unknown>) =>
    [...items].map(([id, value]) => [`${section}/${id}`, value] as const);
  const { branding, methods, access } = document;
  const wholes = { branding, methods, access };
  return new Map<string, unknown>([
    ...list('questions', keyedItems(document.questions, ownId)),
    ...list('groups', keyedItems(document.groups, ownId)),
    ...list('userConfigurations', keyedItems(document.userConfigurations, ownId)),
    ...list('blockList', keyedItems(document.blockList, blockId)),
    ...list(
      'passwords',
      keyedItems(bannedWordsOf(document), (word) => word),
    ),
    ...Object.entries(wholes).flatMap(([section, parts]) => list(section, new Map(Object.entries(parts)))),
    ['languages/languages', document.languages],
    ['questionnaire/questionnaire', document.questionnaire],
  ]);
}
