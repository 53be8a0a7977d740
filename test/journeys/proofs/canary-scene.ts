import { ownPasswordDesk } from '../../../adapters/active-directory/own-password-desk.ts';
import { otpauthCodes } from '../../../adapters/otpauth/app-codes.ts';
import { httpPortalDoor } from '../../../adapters/portal-door/portal-door.ts';
import { systemRandom } from '../../../adapters/system/random.ts';
import type { ConfigurationDocument } from '../../../domain/policy/configuration-document.ts';
import type { UserConfiguration } from '../../../domain/policy/user-configuration.ts';
import type { CanaryKnowledge } from '../../../domain/ports/canary-memory.ts';
import { type CanaryPorts, type CanaryTold, canaryRun } from '../../../lambdas/canary/run.ts';
import type { Count } from '../../../local/counting-meter.ts';
import { domainOf } from '../../../local/domain-of.ts';
import { lineJournal } from '../../../local/line-journal.ts';
import { CAST, DOMAIN, type CastMember } from '../../../local/people.ts';
import { anAudience, offered } from '../../support/configured.ts';
import { emittingCounts } from '../../support/emitting.ts';
import { embedded } from './demonstration.ts';
import { FIRST_PASSWORD, freshPeople } from './fresh-people.ts';
import { inForce } from './in-force.ts';
import { startRunning, type Running, type RunningOptions } from './running.ts';

export const CANARY = 'latchkey-canary';
/** As docs/canary.md has it made: no mail, no group but its own, registered with nothing. */
const account: CastMember = {
  ...(freshPeople(1)[0] as CastMember),
  username: CANARY,
  displayName: 'Latchkey Canary',
  upn: `${CANARY}@${DOMAIN.dns}`,
  enrolled: false,
};

/** What one round came to, and what it told. */
export interface Round {
  readonly told: CanaryTold;
  readonly counts: readonly Count[];
  readonly lines: readonly string[];
}

/** Latchkey answering over HTTP, and a canary that knows its door, its own password and nothing more. */
export interface CanaryScene {
  readonly running: Running;
  /** What it remembers now. */
  remembered(): CanaryKnowledge;
  /** One round, with other ports where a proof says so. */
  round(changes?: Partial<CanaryPorts>): Promise<Round>;
}

export async function startCanaryScene(options: RunningOptions = {}): Promise<CanaryScene> {
  const running = await startRunning({ people: [...CAST, account], ...options });
  running.clock.hold();
  await inForce(running, (document) => withCanary(document, running.person(CANARY).guid));
  let remembered: CanaryKnowledge = { passwords: [FIRST_PASSWORD] };
  const ports: CanaryPorts = {
    username: `${DOMAIN.netbios}\\${CANARY}`,
    door: httpPortalDoor(running.origin),
    memory: {
      recall: async () => remembered,
      keep: async (knowledge) => {
        remembered = knowledge;
      },
    },
    desk: ownPasswordDesk(domainOf(embedded(running.lookAlike(), CAST))),
    codes: otpauthCodes(),
    random: systemRandom(),
    clock: running.clock,
    pause: { until: async (moment) => running.clock.pass(Math.max(0, moment - running.clock.now())) },
  };
  return {
    running,
    remembered: () => remembered,
    async round(changes = {}) {
      const lines: string[] = [];
      const meter = emittingCounts();
      const journal = lineJournal((line) => lines.push(line));
      const told = await canaryRun({ ...ports, ...changes }, meter, journal)();
      return { told, counts: meter.counts(), lines };
    },
  };
}

/** The user configuration of docs/canary.md, before all others. */
const withCanary = (document: ConfigurationDocument, guid: string): ConfigurationDocument => ({
  ...document,
  methods: { ...document.methods, 'authenticator-app': { on: true, setUp: 'voluntary' } },
  userConfigurations: [canaryConfiguration(guid), ...document.userConfigurations],
});

const canaryConfiguration = (guid: string): UserConfiguration => ({
  id: 'canary',
  name: 'Canary',
  include: anAudience({ users: [{ name: `${DOMAIN.netbios}\\${CANARY}`, guid }] }),
  exclude: anAudience(),
  actions: {
    unlock: offered(['authenticator-app']),
    reset: offered(['authenticator-app', 'security-answers']),
  },
});
