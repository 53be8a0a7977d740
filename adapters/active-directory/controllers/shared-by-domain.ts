import { type ConnectionBudget, connectionBudget } from './connection-budget.ts';
import { controllerDiscovery } from './controller-discovery.ts';
import { type ControllerHealth, controllerHealth } from './controller-health.ts';
import { isDiscovery } from './discovery.ts';
import type { CheckedDomain } from '../domain-settings.ts';

/** What all ports of one domain in this process share. */
export interface SharedByDomain {
  readonly health: ControllerHealth;
  readonly budget: ConnectionBudget;
  /** The domain controllers' URLs in the order of preference. Failures as `controllerDiscovery`. */
  readonly controllers: () => Promise<readonly string[]>;
}

const shared = new WeakMap<CheckedDomain, SharedByDomain>();

/** The same for the same settings, for as long as the process lives. */
export function sharedBy(domain: CheckedDomain): SharedByDomain {
  const known = shared.get(domain);
  if (known) return known;
  const made = {
    health: controllerHealth(domain.now),
    budget: connectionBudget(domain.atOnce),
    controllers: controllersOf(domain),
  };
  shared.set(domain, made);
  return made;
}

function controllersOf({ domainControllers, deadlines, onPassedOver, ...domain }: CheckedDomain) {
  if (!isDiscovery(domainControllers)) return () => Promise.resolve(domainControllers);
  return controllerDiscovery({
    netbiosName: domain.netbiosName,
    dnsName: domain.dnsName,
    discovery: domainControllers,
    timeoutMs: deadlines.connectMs,
    now: domain.now,
    chance: Math.random,
    told: onPassedOver,
  });
}
