import type { ResetRule, UnlockRule, UserConfiguration } from '../../client/client.ts';
import { METHODS, type Method } from '../parts/method-words.ts';

/** The rule of either action: what both have, and the settings that only one of them may have. */
export type ActionRule = UnlockRule & ResetRule;

/** What can be offered. */
export type Action = keyof UserConfiguration['actions'];
export const ACTIONS: readonly Action[] = ['unlock', 'reset'];

/** A setting that a rule has or has not; one that is off is left out. */
export type RuleSetting = 'evenWhenExpired' | 'notWhileLocked' | 'notBeforeMinimumAge';

/** The rule with a setting switched on or off. */
export function withSetting(rule: ActionRule, setting: RuleSetting, on: boolean): ActionRule {
  const { [setting]: _before, ...rest } = rule;
  return on ? { ...rest, [setting]: true } : rest;
}

/** What must be proven for an action. */
export type Policy = Pick<ActionRule, 'required' | 'optional' | 'minimumOptional'>;

/** How a method is asked for. */
export type Place = 'required' | 'optional' | 'neither';

export const placeOf = ({ required, optional }: Policy, method: Method): Place =>
  required.includes(method) ? 'required' : optional.includes(method) ? 'optional' : 'neither';

/** The rule with a method in another place; what must be met at least is never more than there is. */
export function placed(rule: ActionRule, method: Method, place: string): ActionRule {
  const isAt = (here: Place) => (one: Method) =>
    one === method ? place === here : placeOf(rule, one) === here;
  const optional = METHODS.filter(isAt('optional'));
  return {
    ...rule,
    required: METHODS.filter(isAt('required')),
    optional,
    minimumOptional: Math.min(rule.minimumOptional, optional.length),
  };
}

/** Whether two policies ask for the same, in whatever order. */
export const asksTheSame = (one: Policy, other: Policy): boolean =>
  one.minimumOptional === other.minimumOptional &&
  METHODS.every((method) => placeOf(one, method) === placeOf(other, method));

/** The rule asking for what a policy does; whether it is offered, and when, stays as it is. */
export const asking = (rule: ActionRule, { required, optional, minimumOptional }: Policy): ActionRule => ({
  ...rule,
  required: [...required],
  optional: [...optional],
  minimumOptional,
});
