import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../lambdas/admin/read-document.ts';
import { documentShape } from '../../../lambdas/admin/shapes/document.ts';
import { adminDesk, problemOf } from '../../support/admin-desk.ts';
import { knownGroup } from '../../support/administering.ts';
import { aDocument, anyDocument } from '../../support/any-document.ts';
import { aProduct } from '../../support/product.ts';
import everyMistake from '../../support/every-mistake.json' with { type: 'json' };

const inForce = aDocument();

/** Each mistake of the file: where, and which. An empty questionnaire cannot ask a question twice, so it is looked at apart. */
const EVERY_MISTAKE = [
  ['/colour', 'unknown-key'],
  ['/questions/5/texts', 'missing-key'],
  ['/questions/4/caseSensitive', 'wrong-type'],
  ['/questions/1/id', 'duplicate-id'],
  ['/groups/0/answer', 'group-asks-too-much'],
  ['/questionnaire/items/0', 'question-twice'],
  ['/questionnaire/items/2/question', 'unknown-question'],
  ['/questions/2/texts', 'no-default-text'],
  ['/questions/3/minimumLength', 'out-of-range'],
  ['/languages/offered/1', 'unknown-language'],
  ['/userConfigurations/0/actions/unlock/required/1', 'unknown-method'],
  ['/userConfigurations/0/actions/reset/minimumOptional', 'too-many-optional'],
  ['/userConfigurations/0/actions/reset/required/0', 'method-off'],
  ['/userConfigurations/0/include/filter', 'filter-unreadable'],
  ['/branding/helpLine/en', 'unknown-placeholder'],
  ['/userConfigurations/0/include/groups/0', 'not-in-directory'],
  ['/blockList/0/user', 'not-in-directory'],
  ['/blockList/1/until', 'ended-already'],
  ['/methods/sent-code', 'no-text-messages'],
  ['/methods/openid-connect', 'not-deployed'],
  ['/methods/ldap-attributes/attributes/0/attribute', 'unfit-attribute'],
  ['/methods/previous-authentication/days', 'out-of-range'],
  ['/searchForm/filter', 'unknown-placeholder'],
  ['/postActions/0/kind', 'not-deployed'],
  ['/postActions/0/text', 'unknown-macro'],
  ['/registering/frozenHoursAfterReset', 'out-of-range'],
  ['/userConfigurations/1/acceptedRisks/0/reason', 'risk-not-accepted'],
  ['/userConfigurations/1/actions/reset', 'weak-alone'],
  ['/branding/colours/accent', 'low-contrast'],
  ['/branding/colours/onAccent', 'low-contrast'],
] as const;

describe('a file with every mistake', () => {
  const setUp = async () => {
    const product = aProduct();
    knownGroup(product, 'Contractors', 1900);
    return { product, alice: await adminDesk(product).as('alice', 'administrator') };
  };

  it('is told all of them at once, each with its place and what to do', async () => {
    const { alice } = await setUp();
    const { mistakes, document, changes } = await alice.call('POST /api/admin/plan', {
      body: { document: everyMistake as never },
    });
    expect(mistakes.map(({ path, code }) => `${path} ${code}`).toSorted()).toEqual(
      EVERY_MISTAKE.map(([path, code]) => `${path} ${code}`).toSorted(),
    );
    for (const { message, remedy } of mistakes) {
      expect(message).toMatch(/^\S.{8,}[.)]$/s);
      expect(remedy).toMatch(/^[A-Z].{4,}[.?]$/s);
    }
    expect([document, changes]).toEqual([null, []]);
  });

  it('is told of an empty questionnaire likewise', async () => {
    const { alice } = await setUp();
    const empty = { ...everyMistake, questionnaire: { items: [] } };
    const { mistakes } = await alice.call('POST /api/admin/plan', { body: { document: empty as never } });
    expect(mistakes).toContainEqual(
      expect.objectContaining({ path: '/questionnaire/items', code: 'questionnaire-empty' }),
    );
    expect(mistakes).toHaveLength(EVERY_MISTAKE.length - 1);
  });

  it('changes nothing: it is not kept as a draft, and what was kept before is still there', async () => {
    const { alice, product } = await setUp();
    const { document } = await product.ports.configuration.current();
    const kept = await alice.call('PUT /api/admin/draft', {
      body: { document: document as never, basedOn: 0, revision: 0 },
    });
    const problem = await problemOf(
      alice.call('PUT /api/admin/draft', {
        body: { document: everyMistake as never, basedOn: 0, revision: kept.revision },
      }),
    );
    expect(problem).toMatchObject({ status: 422, code: 'document-mistakes' });
    // The directory is not asked when a draft is kept.
    expect(problem.mistakes).toHaveLength(EVERY_MISTAKE.length - 2);
    expect((await alice.call('GET /api/admin/draft')).draft).toEqual(kept);
    expect((await alice.call('GET /api/admin/configuration')).version).toBe(0);
  });

  it('is told the same when somebody asks whom it would touch', async () => {
    const { alice } = await setUp();
    const problem = await problemOf(
      alice.call('POST /api/admin/plan/impact', { body: { document: everyMistake as never } }),
    );
    expect(problem).toMatchObject({ status: 422, code: 'document-mistakes' });
  });
});

describe('reading a document', () => {
  const codes = (value: unknown) =>
    readDocument(value, inForce).mistakes.map(({ path, code }) => [path, code]);

  it('takes what is of the right shape as it is, other mistakes and all', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { document: read, mistakes } = readDocument(JSON.parse(JSON.stringify(document)), inForce);
        expect(mistakes).toEqual([]);
        expect(read).toEqual(document);
      }),
    );
  });

  it('says of any JSON whatever what is wrong, and makes of it a document of the right shape', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const { document, mistakes } = readDocument(value, inForce);
        expect(mistakes.length).toBeGreaterThan(0);
        if (document) expect(documentShape().safeParse(document).success).toBe(true);
      }),
    );
  });

  /** A document in which one place, anywhere, holds something else. */
  const spoilt = fc
    .tuple(anyDocument, fc.nat(), fc.jsonValue({ maxDepth: 2 }))
    .map(([document, which, value]) => {
      const copy = JSON.parse(JSON.stringify(document)) as object;
      const places = placesIn(copy);
      const [holder, key] = places[which % places.length] ?? [copy, 'format'];
      Object.defineProperty(holder, key, { value, enumerable: true, writable: true, configurable: true });
      return copy;
    });

  it('finds a mistake exactly where the schema does, wherever something was spoilt', () => {
    fc.assert(
      fc.property(spoilt, (value) => {
        const { document, mistakes } = readDocument(value, inForce);
        expect(mistakes.length === 0).toBe(documentShape().safeParse(value).success);
        if (document) expect(documentShape().safeParse(document).success).toBe(true);
        for (const { message, remedy } of mistakes) expect([message, remedy]).not.toContain('');
      }),
      { numRuns: 500 },
    );
  });

  it.each([[undefined], [null], [[]], ['{}'], [7]])('%j is no document', (value) => {
    expect(codes(value)).toEqual([['', 'wrong-type']]);
  });

  it('needs the format it knows: of another one it says nothing else', () => {
    expect(codes({ ...inForce, format: 2, colour: 'blue' })).toEqual([['/format', 'out-of-range']]);
    expect(codes({ ...inForce, format: '1' })).toEqual([['/format', 'out-of-range']]);
    const { format: _format, ...without } = inForce;
    expect(codes(without)).toEqual([['/format', 'missing-key']]);
  });

  it('takes what may be left out as left out', () => {
    const { blockList: _list, access: _access, groups: _groups, ...rest } = inForce;
    expect(readDocument(rest, inForce)).toEqual({ document: { ...inForce }, mistakes: [] });
  });

  it('guesses what was meant by a key that is nearly one', () => {
    const [mistake] = readDocument(
      { ...inForce, languages: { ...inForce.languages, Default: 'en' } },
      inForce,
    ).mistakes;
    expect(mistake?.remedy).toBe('Did you mean "default"? Else remove it.');
  });

  it('says nothing of references to what it could not read', async () => {
    const alice = await adminDesk(aProduct()).as('alice', 'auditor');
    const questions = [7, ...inForce.questions.slice(1)];
    const { mistakes } = await alice.call('POST /api/admin/plan', {
      body: { document: { ...inForce, questions } as never },
    });
    expect(mistakes.map(({ path, code }) => [path, code])).toEqual([['/questions/0', 'wrong-type']]);
  });

  it('tells no more than a thousand mistakes', () => {
    const colours = Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`colour${i}`, 1]));
    expect(codes({ ...inForce, ...colours })).toHaveLength(1_000);
  });
});

/** Every place in a value: what holds it, and its key there. */
function placesIn(value: unknown): readonly (readonly [object, string])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[value, key] as const, ...placesIn(inner)]);
}

describe('a setting of an action', () => {
  it('is taken where it belongs, and nowhere else', () => {
    const [first] = inForce.userConfigurations;
    const withActions = (actions: object) => ({
      ...inForce,
      userConfigurations: [{ ...first, actions: { ...first?.actions, ...actions } }],
    });
    const unlock = { ...first?.actions.unlock, evenWhenExpired: true };
    const reset = { ...first?.actions.reset, notWhileLocked: true, notBeforeMinimumAge: false };
    const taken = readDocument(withActions({ unlock, reset }), inForce);
    expect(taken.mistakes).toEqual([]);
    expect(taken.document?.userConfigurations[0]?.actions).toEqual({ unlock, reset });
    const astray = readDocument(withActions({ reset: { ...reset, evenWhenExpired: true } }), inForce);
    expect(astray.mistakes).toMatchObject([
      { path: '/userConfigurations/0/actions/reset/evenWhenExpired', code: 'unknown-key' },
    ]);
    const wrong = readDocument(withActions({ reset: { ...reset, notWhileLocked: 'yes' } }), inForce);
    expect(wrong.mistakes).toMatchObject([
      { path: '/userConfigurations/0/actions/reset/notWhileLocked', code: 'wrong-type' },
    ]);
  });
});
