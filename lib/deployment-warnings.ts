import { canaryWarnings } from './deployed-canary.ts';
import { domainWarnings } from './deployed-domains.ts';
import { policyWarnings } from './deployed-policy.ts';
import type { Settings } from './settings.ts';
import { networkWarnings } from './settings/network-warnings.ts';
import { trailWarnings } from './settings/trail-settings.ts';
import { watchWarnings } from './settings/watch-settings.ts';

/** All that a synth warns of in settings that are right, a sentence each. `now` in epoch milliseconds. */
export const deploymentWarnings = (settings: Settings, now: number): readonly string[] => [
  ...networkWarnings(settings),
  ...canaryWarnings(settings),
  ...policyWarnings(settings),
  ...domainWarnings(settings, now),
  ...trailWarnings(settings),
  ...watchWarnings(settings.watch),
];
