import { canaryWarnings } from './deployed-canary.ts';
import { domainWarnings } from './deployed-domains.ts';
import { policyWarnings } from './deployed-policy.ts';
import type { Settings } from './settings.ts';
import { networkWarnings } from './settings/network-warnings.ts';

/** All that a synth warns of in settings that are right, a sentence each. `now` in epoch milliseconds. */
export const deploymentWarnings = (settings: Settings, now: number): readonly string[] => [
  ...networkWarnings(settings),
  ...canaryWarnings(settings),
  ...policyWarnings(settings),
  ...domainWarnings(settings, now),
  ...watchWarnings(settings),
];

const watchWarnings = ({ watch: { page, alarmEmail } }: Settings): readonly string[] =>
  page.length === 0 && alarmEmail === undefined
    ? [
        'No alarm wakes anybody: give watch.page an e-mail address, or the https address of your paging service',
      ]
    : [];
