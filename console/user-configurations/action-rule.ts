import type { ResetRule, UnlockRule } from '../../client/client.ts';

/** The rule of either action: what both have, and the settings that only one of them may have. */
export type ActionRule = UnlockRule & ResetRule;

/** A setting that a rule has or has not; one that is off is left out. */
export type RuleSetting = 'evenWhenExpired' | 'notWhileLocked' | 'notBeforeMinimumAge';

/** The rule with a setting switched on or off. */
export function withSetting(rule: ActionRule, setting: RuleSetting, on: boolean): ActionRule {
  const { [setting]: _before, ...rest } = rule;
  return on ? { ...rest, [setting]: true } : rest;
}
