import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addImpact, NO_IMPACT } from '../../../domain/administration/add-impact.ts';
import { impactOn } from '../../../domain/administration/impact-on.ts';
import type { Impact } from '../../../domain/administration/impact.ts';
import { nextVersion } from '../../../domain/administration/next-version.ts';
import type { Enrollment } from '../../../domain/enrollment/enrollment.ts';
import type { ConfigurationDocument } from '../../../domain/policy/configuration-document.ts';
import { configurationOf, type Configuration } from '../../../domain/policy/configuration.ts';
import type { ListedPerson } from '../../../domain/ports/directory-reader.ts';
import {
  aConfiguration,
  anAudience,
  aQuestion,
  asking,
  aUserConfiguration,
  blockOfGroup,
  EVERYONE,
  notOffered,
  offered,
} from '../../support/configured.ts';
import { sidOf, STAFF } from '../../support/scripted-account.ts';

const NOW = Date.UTC(2026, 0, 15);
const DAY = 86_400_000;
const SALES = sidOf(1105);
const person = (changes: Partial<ListedPerson> = {}): ListedPerson => ({
  person: { domain: 'CORP', guid: '0b7c2c0e-4f8a-4c39-9a55-1d1f6d0f3a01' },
  distinguishedName: `CN=Alice Smith,${STAFF}`,
  username: 'asmith',
  displayName: 'Alice Smith',
  disabled: false,
  privileged: false,
  groups: [SALES],
  filters: [],
  ...changes,
});
const enrolled = (...ids: readonly string[]): Enrollment => ({
  person: person().person,
  version: 1,
  answers: {
    questionnaire: 1,
    registeredAt: NOW - DAY,
    answers: ids.map((questionId) => ({
      questionId,
      normalisation: 1,
      salt: 'c2FsdA',
      cost: { memoryKiB: 1, passes: 1, lanes: 1 },
      tag: 'dGFn',
    })),
  },
  addresses: [],
  changedAt: NOW - DAY,
});
const somebody = { person: person(), enrollment: enrolled('pet', 'car') };

const answers = aUserConfiguration('everyone', { include: EVERYONE });
const before = aConfiguration({ document: { ...asking(['pet', 'car']), userConfigurations: [answers] } });
const changed = (document: Partial<ConfigurationDocument>, earlierUntil?: number): Configuration => {
  const author = { person: person().person, name: 'CORP\\alice' };
  const publishing = { author, reason: '', now: NOW, answered: new Set<string>() };
  const version = nextVersion(
    before,
    { ...before.document, ...document },
    {
      ...publishing,
      ...(earlierUntil !== undefined && { earlierUntil }),
    },
  );
  return configurationOf(version, before);
};
const on = (who: Parameters<typeof impactOn>[0], document: Partial<ConfigurationDocument>, until?: number) =>
  impactOn(who, before, changed(document, until), NOW);

describe('whom a publication touches', () => {
  it('is nobody when nothing changes for them', () => {
    const reworded = before.document.questions.map((one) =>
      aQuestion(one.id, { texts: { en: 'New words?' } }),
    );
    const renamed = [{ ...answers, name: 'Everybody' }];
    expect(on(somebody, { questions: reworded, userConfigurations: renamed })).toEqual({
      ...NO_IMPACT,
      people: 1,
      byUserConfiguration: { everyone: { before: 1, after: 1 } },
      byStatus: { ...NO_IMPACT.byStatus, registered: { before: 1, after: 1 } },
      answered: { pet: 1, car: 1 },
    });
  });

  it.each([
    ['by a date', NOW + DAY],
    ['at once', undefined],
  ])('is whoever is asked for answers they have not given: they must register again %s', (_when, until) => {
    const impact = on(somebody, asking(['pet', 'street']), until);
    expect(impact).toMatchObject({ touched: 1, mustRegisterAgain: 1 });
    expect(impact.byStatus.registered).toEqual({ before: 1, after: 0 });
    expect(impact.byStatus['out-of-date']).toEqual({ before: 0, after: 1 });
  });

  it('does not count as registering again who has answered it all already, or never registered', () => {
    expect(on(somebody, asking(['pet']))).toMatchObject({ touched: 1, mustRegisterAgain: 0 });
    expect(on({ person: person() }, asking(['street']))).toMatchObject({ touched: 1, mustRegisterAgain: 0 });
  });

  it('does not count whoever was not through with registering before', () => {
    const half = { person: person(), enrollment: enrolled('pet') };
    expect(on(half, asking(['street']))).toMatchObject({ touched: 1, mustRegisterAgain: 0 });
  });

  it('does not count answers that nobody is asked for once the method is switched off', () => {
    const methods = { ...before.document.methods, 'security-answers': { on: false } };
    expect(on(somebody, { ...asking(['street']), methods })).toMatchObject({
      touched: 1,
      mustRegisterAgain: 0,
    });
  });

  it('does not ask for answers where none are asked for', () => {
    const byCode = aUserConfiguration('everyone', {
      actions: { unlock: offered(['email-code']), reset: offered(['email-code']) },
    });
    const impact = on(somebody, { ...asking(['street']), userConfigurations: [byCode] });
    expect(impact).toMatchObject({ touched: 1, mustRegisterAgain: 0 });
    expect(impact.byStatus.partly.after).toBe(1);
  });

  it('is whoever falls under another user configuration', () => {
    const sales = aUserConfiguration('sales', {
      include: anAudience({ groups: [{ name: 'CORP\\Sales', sid: SALES }] }),
    });
    const document = { userConfigurations: [sales, answers] };
    expect(on(somebody, document)).toMatchObject({
      touched: 1,
      byUserConfiguration: { everyone: { before: 1, after: 0 }, sales: { before: 0, after: 1 } },
    });
    expect(on({ person: person({ groups: [] }) }, document).touched).toBe(0);
  });

  it('is whoever is offered less, or nothing', () => {
    const less = { ...answers, actions: { ...answers.actions, reset: notOffered } };
    expect(on(somebody, { userConfigurations: [less] }).touched).toBe(1);
    const none = on(somebody, { userConfigurations: [] });
    expect(none).toMatchObject({ touched: 1, byUserConfiguration: { '': { before: 0, after: 1 } } });
    expect(none.byStatus.registered).toEqual({ before: 1, after: 0 });
  });

  it('is whoever is blocked, or blocked no longer', () => {
    const blocked = { blockList: [blockOfGroup(SALES)] };
    expect(on(somebody, blocked)).toMatchObject({ touched: 1, newlyBlocked: 1, noLongerBlocked: 0 });
    const back = impactOn(somebody, changed(blocked), before, NOW);
    expect(back).toMatchObject({ touched: 1, newlyBlocked: 0, noLongerBlocked: 1 });
  });

  it('is nobody who is protected, and still counts what they answered', () => {
    const admin = { ...somebody, person: person({ privileged: true }) };
    expect(on(admin, { blockList: [blockOfGroup(SALES)], userConfigurations: [] })).toEqual({
      ...NO_IMPACT,
      people: 1,
      byUserConfiguration: { '': { before: 1, after: 1 } },
      answered: { pet: 1, car: 1 },
    });
  });
});

describe('the impact on many', () => {
  const pair = fc.record({ before: fc.nat(9), after: fc.nat(9) });
  const anyImpact: fc.Arbitrary<Impact> = fc.record({
    people: fc.nat(9),
    touched: fc.nat(9),
    mustRegisterAgain: fc.nat(9),
    newlyBlocked: fc.nat(9),
    noLongerBlocked: fc.nat(9),
    byUserConfiguration: fc.dictionary(fc.constantFrom('', 'a', 'b'), pair),
    byStatus: fc.record({ registered: pair, partly: pair, 'out-of-date': pair, never: pair }),
    answered: fc.dictionary(fc.constantFrom('pet', 'car'), fc.nat(9)),
  });

  it('is the sum, in whatever order it is added up', () => {
    fc.assert(
      fc.property(anyImpact, anyImpact, anyImpact, (a, b, c) => {
        expect(addImpact(a, b)).toEqual(addImpact(b, a));
        expect(addImpact(addImpact(a, b), c)).toEqual(addImpact(a, addImpact(b, c)));
        const sums = addImpact(a, b);
        expect(sums.answered['pet'] ?? 0).toBe((a.answered['pet'] ?? 0) + (b.answered['pet'] ?? 0));
        expect(sums.byStatus.partly.after).toBe(a.byStatus.partly.after + b.byStatus.partly.after);
        expect(sums.touched).toBe(a.touched + b.touched);
      }),
    );
  });

  it('is one’s own where nobody else was looked at', () => {
    fc.assert(
      fc.property(anyImpact, (a) => {
        expect(addImpact(NO_IMPACT, a)).toEqual(a);
      }),
    );
  });
});
