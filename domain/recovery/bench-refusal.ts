import type { Action } from '../policy/action.ts';
import type { Configuration } from '../policy/configuration.ts';
import type { RepairBench } from '../ports/repair-desk.ts';
import { toldObstacle, type ExactObstacle, type Obstacle } from './account-condition.ts';
import { actionProspects, isHindrance, type Hindrance } from './action-prospects.ts';
import type { Flow } from './flow.ts';
import { ownConfiguration } from './standing.ts';

/** Why nothing is done for a proven person, as the domain controller that would do it shows the account. */
export type BenchRefusal =
  | {
      readonly kind: 'obstacle';
      readonly flow: Flow;
      readonly obstacle: Obstacle;
      /** For the trail and the alarm; people are told `obstacle`. */
      readonly exactly: ExactObstacle;
      /** When the account expired, in epoch milliseconds. */
      readonly since?: number;
    }
  | {
      readonly kind: 'hindered';
      readonly flow: Flow;
      readonly because: Hindrance;
      /** When that ends by itself, in epoch milliseconds. */
      readonly until?: number;
    };

/** Judges privilege, state and settings at the bench, right before the change; undefined: go on. Pure. */
export function refusalAtBench(
  action: Action,
  { flow, configuration }: { readonly flow: Flow; readonly configuration: Configuration },
  { account, rules }: Pick<RepairBench, 'account' | 'rules'>,
  now: number,
): BenchRefusal | undefined {
  const userConfiguration = ownConfiguration(flow, configuration);
  const prospect = actionProspects(account, configuration, { rules, userConfiguration, now })[action];
  if (prospect.works !== false) return undefined;
  const { because, until } = prospect;
  if (isHindrance(because)) return { kind: 'hindered', flow, because, ...(until !== undefined && { until }) };
  const { accountExpiresAt: since } = account;
  const expiry = because === 'account-expired' && since !== undefined && { since };
  return { kind: 'obstacle', flow, obstacle: toldObstacle(because), exactly: because, ...expiry };
}

/** An account that is at no bench any more. */
export const goneFromBench = (flow: Flow): BenchRefusal => ({
  kind: 'obstacle',
  flow,
  obstacle: 'gone',
  exactly: 'gone',
});
