import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConfigurationDocument } from '../../../domain/policy/configuration-document.ts';
import { actionStandings } from '../../../domain/recovery/standing.ts';
import { METHODS, type MethodName } from '../../../domain/verification/method.ts';
import { aConfiguration, aUserConfiguration, notOffered, offered } from '../../support/configured.ts';
import { NOW } from '../../support/product.ts';
import { aFlow } from '../../support/stored-records.ts';

const ANSWERS = 'security-answers';
const CODE = 'email-code';
/** Sales unlock by answers, and reset by answers and a code; contractors may only unlock, by a code. */
const sales = aUserConfiguration('sales', {
  actions: { unlock: offered([ANSWERS]), reset: offered([ANSWERS, CODE]) },
});
const contractors = aUserConfiguration('contractors', {
  actions: { unlock: offered([CODE]), reset: notOffered },
});
const withRules = (
  userConfigurations: ConfigurationDocument['userConfigurations'],
  document: Partial<ConfigurationDocument> = {},
) => aConfiguration({ document: { ...document, userConfigurations } });
const both = withRules([sales, contractors]);

/** A flow of somebody under a configuration (of a stranger, without one) in which this was proven. */
function flowOf(userConfiguration: string | undefined, ...proven: readonly MethodName[]) {
  const { userConfiguration: _some, ...flow } = aFlow({
    proofs: proven.map((method) => ({ method, at: NOW })),
  });
  return userConfiguration === undefined ? flow : { ...flow, userConfiguration };
}
const standings = (...given: Parameters<typeof flowOf>) => actionStandings(flowOf(...given), both, NOW);

describe('before the first proof', () => {
  const TOLD = {
    unlock: { kind: 'missing', required: [], anyOf: [ANSWERS, CODE], count: 1 },
    reset: { kind: 'missing', required: [ANSWERS, CODE], anyOf: [], count: 0 },
  };

  it.each([['sales'], ['contractors'], ['one that is gone'], [undefined]])(
    'everyone is told the same, whichever configuration they are under: %s',
    (id) => {
      expect(standings(id)).toEqual(TOLD);
    },
  );

  it('an action is offered when some configuration offers it', () => {
    const none = withRules([{ ...sales, actions: { ...sales.actions, reset: notOffered } }, contractors]);
    expect(actionStandings(flowOf('sales'), none, NOW).reset).toEqual({ kind: 'not-offered' });
    expect(actionStandings(flowOf('contractors'), none, NOW).unlock.kind).toBe('missing');
    expect(actionStandings(flowOf('sales'), withRules([]), NOW)).toEqual({
      unlock: { kind: 'not-offered' },
      reset: { kind: 'not-offered' },
    });
  });

  const rule = fc
    .tuple(fc.boolean(), fc.subarray([...METHODS], { minLength: 1 }))
    .map(([isOffered, required]) => ({ ...offered(required), offered: isOffered }));
  const rules = fc
    .array(fc.record({ unlock: rule, reset: rule }), { maxLength: 4 })
    .map((all) => all.map((actions, at) => aUserConfiguration(String(at), { actions })));

  it('nothing tells whose flow it is, whatever the configurations are, and nothing is allowed', () => {
    fc.assert(
      fc.property(rules, fc.option(fc.nat({ max: 5 }), { nil: undefined }), (userConfigurations, at) => {
        const configuration = withRules(userConfigurations);
        const told = actionStandings(flowOf(at === undefined ? undefined : String(at)), configuration, NOW);
        expect(told).toEqual(actionStandings(flowOf(undefined), configuration, NOW));
        expect([told.unlock.kind, told.reset.kind]).not.toContain('met');
      }),
    );
  });
});

describe('from the first proof on', () => {
  it('everyone is told what their own configuration asks', () => {
    expect(standings('sales', ANSWERS)).toEqual({
      unlock: { kind: 'met' },
      reset: { kind: 'missing', required: [CODE], anyOf: [], count: 0 },
    });
    expect(standings('contractors', ANSWERS)).toEqual({
      unlock: { kind: 'missing', required: [CODE], anyOf: [], count: 0 },
      reset: { kind: 'not-offered' },
    });
    expect(standings('contractors', ANSWERS, CODE)).toEqual({
      unlock: { kind: 'met' },
      reset: { kind: 'not-offered' },
    });
  });

  it('a configuration that is gone offers nothing, and so is it for a stranger', () => {
    const nothing = { unlock: { kind: 'not-offered' }, reset: { kind: 'not-offered' } };
    expect(standings('one that is gone', ANSWERS, CODE)).toEqual(nothing);
    expect(standings(undefined, ANSWERS, CODE)).toEqual(nothing);
  });

  it('everyone’s configuration is the one there is now, not as it was at the start', () => {
    const stricter = withRules([
      { ...sales, actions: { ...sales.actions, unlock: offered([ANSWERS, CODE]) } },
    ]);
    expect(actionStandings(flowOf('sales', ANSWERS), stricter, NOW).unlock.kind).toBe('missing');
    const withoutCode = withRules([
      { ...sales, actions: { unlock: offered([ANSWERS]), reset: offered([ANSWERS]) } },
    ]);
    expect(actionStandings(flowOf('sales', ANSWERS), withoutCode, NOW).reset.kind).toBe('met');
    // What was proven by a method that is asked for no more counts for nothing.
    expect(actionStandings(flowOf('sales', CODE), withoutCode, NOW).reset).toEqual({
      kind: 'missing',
      required: [ANSWERS],
      anyOf: [],
      count: 0,
    });
  });

  it('what was proven by a method that was switched off since counts for nothing', () => {
    const { methods } = aConfiguration().document;
    const off = withRules([sales], { methods: { ...methods, [ANSWERS]: { on: false } } });
    expect(actionStandings(flowOf('sales', ANSWERS, CODE), off, NOW)).toMatchObject({
      unlock: { kind: 'missing', required: [ANSWERS] },
      reset: { kind: 'missing', required: [ANSWERS] },
    });
  });
});
