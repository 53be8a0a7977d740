import type { PasswordRules } from '../ports/password-rules.ts';
import type { RepairBench } from '../ports/repair-desk.ts';

/**
 * What a reset at this bench is held to: the rules in force for the account, without the history where the domain
 * controller does not look at it on a reset. Whoever is told of a rule must be able to rely on it; pure.
 */
export const resetRules = ({
  rules,
  historyEnforced,
}: Pick<RepairBench, 'rules' | 'historyEnforced'>): PasswordRules =>
  historyEnforced ? rules : { ...rules, historyLength: 0 };
