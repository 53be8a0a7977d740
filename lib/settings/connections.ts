import { FUNCTION_NAMES, type FunctionName } from '../../lambdas/environment.ts';
import { FUNCTION_PLANS } from '../function-plans.ts';
import type { DomainOfSettings } from './domain-settings.ts';
import type { ToldIssue } from './told-issues.ts';

/** How many of each function may run at once, where the settings say so. */
export type Concurrency = Readonly<Partial<Record<FunctionName, number>>>;

/** How many of a function may run at once; undefined for as many as the account has left. */
export const shareOf = (name: FunctionName, concurrency: Concurrency): number | undefined =>
  concurrency[name] ?? FUNCTION_PLANS[name].share;

/**
 * Each environment of a function does one thing at a time, and has so many connections at a time to a domain controller. What
 * runs at once therefore bounds what a domain controller sees of us; no burst goes beyond it.
 */
export const connectionsAtOnce = (concurrency: Concurrency): number =>
  FUNCTION_NAMES.filter((name) => FUNCTION_PLANS[name].reachesDirectory)
    .map(
      (name) =>
        (shareOf(name, concurrency) ?? Number.POSITIVE_INFINITY) * (FUNCTION_PLANS[name].connections ?? 1),
    )
    .reduce((sum, connections) => sum + connections, 0);

/** Domains of which more connections could be open at once than they give us. */
export function connectionsTogether(settings: {
  readonly domains: readonly DomainOfSettings[];
  readonly concurrency: Concurrency;
}): readonly ToldIssue[] {
  const most = connectionsAtOnce(settings.concurrency);
  return settings.domains.flatMap(({ mostConnections, netbiosName }, index) =>
    most <= mostConnections
      ? []
      : [
          {
            path: ['domains', index, 'mostConnections'],
            message: `${most} connections could be open to one domain controller of ${netbiosName} at once, and it gives us ${mostConnections}: lower concurrency, or raise this after asking who runs the domain controllers`,
          },
        ],
  );
}
