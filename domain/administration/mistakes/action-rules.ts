import { ACTIONS, type Action } from '../../policy/action.ts';
import type { ConfigurationDocument } from '../../policy/configuration-document.ts';
import { isOn } from '../../policy/methods.ts';
import type { ActionRule, UserConfiguration } from '../../policy/user-configuration.ts';
import { policyAsOn } from '../../policy/policy-as-on.ts';
import { METHODS, type MethodName } from '../../verification/method.ts';
import { contradictory, optionalOf } from '../../verification/policy.ts';
import { waysThrough } from '../../verification/ways-through.ts';
import type { Mistake } from '../mistake.ts';
import { countMistakes, isCount } from './counts.ts';
import { pointer } from './pointer.ts';
import { repeated } from './repeated.ts';
import { isKnownMethod, unknownMethod } from './unknown-method.ts';

interface Place {
  readonly where: string;
  readonly action: Action;
  readonly document: ConfigurationDocument;
}

/** The mistakes in what a user configuration offers, and in what it asks for. */
export const actionRuleMistakes = (
  { name, actions }: UserConfiguration,
  path: string,
  document: ConfigurationDocument,
): readonly Mistake[] =>
  ACTIONS.flatMap((action) => {
    const rule = actions[action];
    const at = `${path}${pointer('actions', action)}`;
    const where = `User configuration "${name}"`;
    return [
      ...namesMistakes(rule, at),
      ...optionalMistakes(rule, at, { where, action }),
      ...(rule.offered ? offeredMistakes(rule, at, { where, action, document }) : []),
    ];
  });

function namesMistakes({ required, optional }: ActionRule, path: string): readonly Mistake[] {
  const methods = [
    ...required.map((method, index) => ({ method, path: `${path}/required/${String(index)}` })),
    ...optional.map((method, index) => ({ method, path: `${path}/optional/${String(index)}` })),
  ];
  return [
    ...methods
      .filter(({ method }) => !isKnownMethod(method))
      .map((one) => unknownMethod(one.method, one.path)),
    ...repeated(methods, ({ method }) => method).map(({ item, first }): Mistake => ({
      path: item.path,
      code: 'already-there',
      message: `Method "${item.method}" is already asked for, at ${methods[first]?.path ?? path}.`,
      remedy: 'Remove one of the two: a method counts once, and is either required or optional.',
    })),
  ];
}

function optionalMistakes(
  { required, optional, minimumOptional }: ActionRule,
  path: string,
  { where, action }: Pick<Place, 'where' | 'action'>,
): readonly Mistake[] {
  const choice = new Set(optional.filter((method) => !required.includes(method))).size;
  if (!isCount(minimumOptional) || minimumOptional <= choice)
    return countMistakes(
      minimumOptional,
      `${path}/minimumOptional`,
      'The number of optional proofs demanded',
      {
        least: 0,
        most: METHODS.length,
      },
    );
  return [
    {
      path: `${path}/minimumOptional`,
      code: 'too-many-optional',
      message: `${where} demands ${String(minimumOptional)} of its ${choice === 1 ? '1 optional method' : `${String(choice)} optional methods`} to ${action}.`,
      remedy:
        choice === 0
          ? 'Demand 0, or add optional methods.'
          : `Demand ${choice === 1 ? '1' : `${String(choice)} or fewer`}, or add optional methods.`,
    },
  ];
}

function offeredMistakes(
  rule: ActionRule,
  path: string,
  { where, action, document }: Place,
): readonly Mistake[] {
  const { required, optional, minimumOptional } = rule;
  if (required.length === 0 && !(minimumOptional > 0)) return [asksForNothing(rule, path, where, action)];
  const isOff = (method: MethodName) => isKnownMethod(method) && !isOn(document, method);
  const off = required.flatMap((method, index): readonly Mistake[] =>
    isOff(method)
      ? [methodOff(`${path}/required/${String(index)}`, `${where} requires "${method}" to ${action}`, method)]
      : [],
  );
  const choice = [...new Set(optional)].filter((method) => !required.includes(method));
  const left = choice.filter((method) => !isOff(method)).length;
  const [first] = choice.filter(isOff);
  if (first === undefined || minimumOptional > choice.length || minimumOptional <= left)
    return [...off, ...neverMet(rule, path, { where, action, document })];
  const demand = `${where} demands ${String(minimumOptional)} of its optional methods to ${action}`;
  return [...off, methodOff(`${path}/optional/${String(optional.indexOf(first))}`, demand, first)];
}

const asksForNothing = ({ optional }: ActionRule, path: string, where: string, action: Action): Mistake => ({
  path,
  code: 'asks-for-nothing',
  message: `${where} offers ${action} and asks for no proof at all${optional.length > 0 ? ': of its optional methods none is demanded' : ''}.`,
  remedy: `Require a method, demand at least 1 optional one, or do not offer ${action}.`,
});

/** The mistakes of a rule that asks for something, and that nobody ever meets. */
function neverMet(rule: ActionRule, path: string, { where, action, document }: Place): readonly Mistake[] {
  if (contradictory(rule)) {
    const beside = (['email-code', 'sms-code'] as const).filter((method) =>
      [...rule.required, ...rule.optional].includes(method),
    );
    return [
      {
        path,
        code: 'contradictory',
        message: `${where} asks for "sent-code" beside "${beside.join('" and "')}" to ${action}: one code could count for two.`,
        remedy: 'Ask for "sent-code" alone, or for "email-code" and "sms-code" without it.',
      },
    ];
  }
  const { required, optional, minimumOptional } = policyAsOn(rule, document);
  const named = [...required, ...optional];
  const isReachable =
    named.every(isKnownMethod) && isCount(minimumOptional) && minimumOptional <= optionalOf(rule).length;
  if (!isReachable || waysThrough({ required, optional, minimumOptional }).length > 0) return [];
  return [
    {
      path,
      code: 'weak-alone',
      message: `${where} asks only for weak methods to ${action} (${named.map((method) => `"${method}"`).join(', ')}), which are never enough: nobody would get through.`,
      remedy: 'Require a code, an authenticator or the security answers beside them.',
    },
  ];
}

const methodOff = (path: string, demand: string, method: MethodName): Mistake => ({
  path,
  code: 'method-off',
  message: `${demand}, but "${method}" is switched off: nobody could.`,
  remedy: `Switch "${method}" on, or ask for another method.`,
});
