import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Enrollment } from '../../../domain/enrollment/enrollment.ts';
import {
  answersStanding,
  registrationStatus,
  usableMethods,
} from '../../../domain/enrollment/registration.ts';
import type { ConfigurationDocument } from '../../../domain/policy/configuration-document.ts';
import type { Configuration } from '../../../domain/policy/configuration.ts';
import { METHODS } from '../../../domain/verification/method.ts';
import { aConfiguration, asking, aUserConfiguration, notOffered, offered } from '../../support/configured.ts';
import { NOW } from '../../support/product.ts';
import { single } from '../../support/questionnaires.ts';
import { anEnrollment, registeredAnswers } from '../../support/stored-records.ts';

const ANSWERS = 'security-answers';
const CODE = 'email-code';
const DATE = NOW + 1000;
/** Pet and town are asked now; pet and street were, until a date. */
const rules = (document: Partial<ConfigurationDocument> = {}): Configuration =>
  aConfiguration({
    document: { ...asking(['pet', [1, ['town', 'village']]]), ...document },
    questionnaireVersion: 2,
    earlierQuestionnaires: [
      { version: 1, parts: [single('pet'), single('street')], replacedAt: NOW, acceptedUntil: DATE },
      { version: 0, parts: [single('street')], replacedAt: NOW, acceptedUntil: DATE - 500 },
    ],
  });
const under = (unlock: typeof notOffered, reset = unlock) =>
  aUserConfiguration('everyone', { actions: { unlock, reset } });
const byAnswers = under(offered([ANSWERS]));
const byBoth = under(offered([ANSWERS]), offered([ANSWERS, CODE]));

const current = registeredAnswers('pet', 'village');
const earlier = registeredAnswers('pet', 'street');
const tooOld = registeredAnswers('pet');
const withAnswers = (answers: typeof current): Enrollment => anEnrollment({ addresses: [], answers });
const withBoth = (answers: typeof current): Enrollment => anEnrollment({ answers });

describe('where answers stand', () => {
  it('is current when they fulfil the questionnaire in force, whichever they were registered under', () => {
    expect(answersStanding(current, rules(), NOW)).toEqual({ kind: 'current' });
    expect(answersStanding({ ...current, questionnaire: 0 }, rules(), NOW)).toEqual({ kind: 'current' });
    expect(answersStanding(registeredAnswers('pet', 'street', 'town'), rules(), NOW)).toEqual({
      kind: 'current',
    });
  });

  it('is earlier until the last date on which they are accepted, to the millisecond', () => {
    expect(answersStanding(earlier, rules(), NOW)).toEqual({ kind: 'earlier', until: DATE });
    expect(answersStanding(registeredAnswers('street'), rules(), NOW)).toEqual({
      kind: 'earlier',
      until: DATE - 500,
    });
    expect(answersStanding(earlier, rules(), DATE - 1)).toEqual({ kind: 'earlier', until: DATE });
    expect(answersStanding(earlier, rules(), DATE)).toEqual({ kind: 'too-old' });
  });

  it('is too old when they fulfil nothing that is accepted', () => {
    expect(answersStanding(tooOld, rules(), NOW)).toEqual({ kind: 'too-old' });
    expect(answersStanding(registeredAnswers(), rules(), NOW)).toEqual({ kind: 'too-old' });
  });
});

describe('how far somebody has come', () => {
  const status = (
    enrollment: Enrollment | undefined,
    configuration = byAnswers,
    now = NOW,
    document: Partial<ConfigurationDocument> = {},
  ) => registrationStatus(enrollment, configuration, rules(document), now);

  it('is never, when nothing is registered, or nothing any more', () => {
    expect(status(undefined)).toBe('never');
    expect(status(anEnrollment({ addresses: [] }))).toBe('never');
  });

  it('is registered when it is enough for every action that is offered', () => {
    expect(status(withAnswers(current))).toBe('registered');
    expect(status(withBoth(current), byBoth)).toBe('registered');
    expect(status(withAnswers(current), under(offered([ANSWERS]), notOffered))).toBe('registered');
    expect(status(withAnswers(current), under(offered([], [ANSWERS, CODE], 1)))).toBe('registered');
  });

  it('is partly when it is enough for one action and not for another, or for none', () => {
    expect(status(withAnswers(current), byBoth)).toBe('partly');
    expect(status(anEnrollment(), byBoth)).toBe('partly');
    expect(status(anEnrollment(), byAnswers)).toBe('partly');
    expect(status(withAnswers(tooOld), byBoth)).toBe('partly');
  });

  it('is out of date when it was enough and must be registered anew, before the date and after it', () => {
    expect(status(withAnswers(earlier))).toBe('out-of-date');
    expect(status(withAnswers(earlier), byAnswers, DATE)).toBe('out-of-date');
    expect(status(withBoth(tooOld), byBoth)).toBe('out-of-date');
  });

  it('is registered though answers are out of date, when nobody asks for answers', () => {
    expect(status(withBoth(tooOld), under(offered([CODE])))).toBe('registered');
    expect(status(withBoth(earlier), under(offered([], [ANSWERS, CODE], 1)))).toBe('registered');
  });

  it('changes when a method is added to, or removed from, somebody’s configuration', () => {
    expect(status(withAnswers(current), byAnswers)).toBe('registered');
    expect(status(withAnswers(current), under(offered([ANSWERS, CODE])))).toBe('partly');
    expect(status(anEnrollment(), under(offered([ANSWERS, CODE])))).toBe('partly');
    expect(status(anEnrollment(), under(offered([CODE])))).toBe('registered');
  });

  it('does not count a method that is switched off', () => {
    const { methods } = aConfiguration().document;
    const off = { methods: { ...methods, [CODE]: { ...methods[CODE], on: false } } };
    expect(status(withBoth(current), under(offered([CODE])), NOW, off)).toBe('partly');
    expect(usableMethods(withBoth(current), rules(off), NOW)).toEqual([ANSWERS]);
    expect(usableMethods(withBoth(tooOld), rules(off), NOW)).toEqual([]);
  });

  const anyRule = fc
    .tuple(fc.boolean(), fc.subarray([...METHODS], { minLength: 1 }))
    .map(([isOffered, required]) => ({ ...offered(required), offered: isOffered }));
  const anyAnswers = fc.subarray(['pet', 'street', 'town', 'village']);
  const anybody = fc.tuple(anyAnswers, fc.boolean()).map(([ids, hasAddress]) =>
    anEnrollment({
      ...(ids.length > 0 && { answers: registeredAnswers(...ids) }),
      ...(!hasAddress && { addresses: [] }),
    }),
  );

  it('does not change by time alone: before the date or after it, the same people must register again', () => {
    const moment = fc.constantFrom(NOW, DATE - 500, DATE - 1, DATE, DATE + 1);
    fc.assert(
      fc.property(anybody, anyRule, anyRule, moment, moment, (enrollment, unlock, reset, one, other) => {
        const at = (now: number) => status(enrollment, under(unlock, reset), now);
        expect(at(one)).toBe(at(other));
      }),
    );
  });

  it('is never worse for registering an address besides', () => {
    const worth = { never: 0, partly: 1, 'out-of-date': 2, registered: 3 };
    fc.assert(
      fc.property(anyAnswers, anyRule, anyRule, (ids, unlock, reset) => {
        const answers = ids.length > 0 ? { answers: registeredAnswers(...ids) } : {};
        const without = status(anEnrollment({ ...answers, addresses: [] }), under(unlock, reset));
        const besides = status(anEnrollment(answers), under(unlock, reset));
        expect(worth[besides]).toBeGreaterThanOrEqual(worth[without]);
      }),
    );
  });
});
