import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../../domain/administration/changes-between.ts';
import { documentSentences } from '../../../domain/administration/sentences.ts';
import { aDocument, anyDocument } from '../../support/any-document.ts';
import {
  anAudience,
  aQuestion,
  asking,
  aUserConfiguration,
  blockOfGroup,
  offered,
} from '../../support/configured.ts';
import { editsOf } from '../../support/edits.ts';

const [a, b, c] = [aUserConfiguration('a'), aUserConfiguration('b'), aUserConfiguration('c')];
const inOrder = (...userConfigurations: readonly (typeof a)[]) => aDocument({ userConfigurations });

describe('what changes between two documents', () => {
  it('is told thing by thing, in the sentences that are no longer true and those that become true', () => {
    const stricter = { ...a, actions: { ...a.actions, unlock: offered(['email-code']) } };
    expect(changesBetween(inOrder(a, b), inOrder(stricter, b))).toEqual([
      {
        section: 'userConfigurations',
        id: 'a',
        name: 'a',
        kind: 'changed',
        before: ['They may unlock their account. For that they must give their security answers.'],
        after: ['They may unlock their account. For that they must give a code by e-mail.'],
      },
    ]);
  });

  it('tells what is added with its place, and what is removed', () => {
    const block = blockOfGroup('S-1-5-21-1-2-3-1106');
    const [added, removed] = changesBetween({ ...inOrder(b), blockList: [block] }, inOrder(a, b));
    expect(added).toMatchObject({ id: 'a', kind: 'added', before: [] });
    expect(added?.after).toContain('It comes first: whoever matches it is not affected by those after it.');
    expect(removed).toMatchObject({ section: 'blockList', kind: 'removed', after: [] });
    expect(removed?.before).toContain('CORP\\Contractors (a group) is blocked for good: “from outside”.');
  });

  it('tells a new order of user configurations once, and not of each of them', () => {
    expect(changesBetween(inOrder(a, b, c), inOrder(c, a, b))).toEqual([
      {
        section: 'userConfigurations',
        id: 'userConfigurations',
        name: 'Order of the user configurations',
        kind: 'changed',
        before: ['The first of these that matches wins: “a”, “b”, “c”.'],
        after: ['The first of these that matches wins: “c”, “a”, “b”.'],
      },
    ]);
  });

  it('calls nothing a new order when one is put in or taken out', () => {
    const kinds = (before: (typeof a)[], after: (typeof a)[]) =>
      changesBetween(inOrder(...before), inOrder(...after)).map(({ kind, id }) => `${kind} ${id}`);
    expect(kinds([a, b], [a, c, b])).toEqual(['added c']);
    expect(kinds([a, b, c], [b, c])).toEqual(['removed a']);
  });

  it('tells a new name', () => {
    const [change] = changesBetween(inOrder(a), inOrder({ ...a, name: 'Sales' }));
    expect(change).toMatchObject({ before: ['It is called “a”.'], after: ['It is called “Sales”.'] });
  });

  it('tells a group that is another one behind the same name', () => {
    const meaning = (sid: string) =>
      inOrder({ ...a, include: anAudience({ groups: [{ name: 'CORP\\Sales', sid }] }) });
    const [change] = changesBetween(meaning('S-1-5-21-1-2-3-1105'), meaning('S-1-5-21-1-2-3-512'));
    expect(change?.after).toEqual(['CORP\\Sales is the group S-1-5-21-1-2-3-512.']);
  });

  it('tells a new wording of the question alone, not of all that asks it', () => {
    const parts = asking(['pet', [1, ['car', 'book']]]);
    const questions = parts.questions.map((one) =>
      one.id === 'pet' ? aQuestion('pet', { texts: { en: 'New?' } }) : one,
    );
    const changes = changesBetween(aDocument(parts), aDocument({ ...parts, questions }));
    expect(changes.map(({ section, id }) => `${section}/${id}`)).toEqual(['questions/pet']);
  });

  it('shows the whole of what only stands in another order', () => {
    const before = asking(['pet', 'car']);
    const items = before.questionnaire.items.toReversed();
    const after = { ...before, questionnaire: { ...before.questionnaire, items } };
    const [change] = changesBetween(aDocument(before), aDocument(after));
    expect(change?.before).toHaveLength(5);
    expect(change?.after).toEqual([change?.before[1], change?.before[0], ...(change?.before.slice(2) ?? [])]);
  });

  it('is nothing for a document and itself, whatever the order of its keys', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(changesBetween(document, backwards(document))).toEqual([]);
      }),
    );
  });

  it('is something for every fact that differs', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const untold = editsOf(document).filter(
          ({ edited }) => changesBetween(document, edited).length === 0,
        );
        expect(untold.map(({ path }) => path)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('is nothing exactly when both read the same, and never an empty one', () => {
    // Where the list's order is no fact, it is no change.
    const read = (document: typeof SOME) =>
      JSON.stringify(
        documentSentences(document)
          .map((one) => JSON.stringify(one))
          .sort(),
      );
    fc.assert(
      fc.property(anyDocument, anyDocument, (before, after) => {
        const changes = changesBetween(before, after);
        expect(changes.length === 0).toBe(read(before) === read(after));
        for (const change of changes) expect([...change.before, ...change.after].length).toBeGreaterThan(0);
      }),
    );
  });
});

const SOME = aDocument();

/** The same with every object's keys the other way round. */
function backwards<T>(value: T): T {
  if (Array.isArray(value)) return value.map(backwards) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, held]) => [key, backwards(held)]),
  ) as T;
}
