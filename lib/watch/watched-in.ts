import { type Door, EVERY_DOOR } from '../../lambdas/doors.ts';
import type { FunctionName } from '../../lambdas/environment.ts';
import { hasPostActions } from '../deployed-post-actions.ts';
import type { House } from '../constructs/recovery-functions.ts';
import { canaryOf } from '../settings/canary-settings.ts';
import type { AdministrationStack } from '../stacks/administration-stack.ts';
import type { BackgroundStack } from '../stacks/background-stack.ts';
import type { PortalStack } from '../stacks/portal-stack.ts';
import type { Watched } from './watched.ts';

export interface Stacks extends Pick<House, 'settings' | 'network' | 'state'> {
  readonly portal: PortalStack;
  readonly administration: AdministrationStack;
  readonly background: BackgroundStack;
}

/** What there is to watch in a deployment. */
export function watchedIn({ settings, network, state, portal, administration, background }: Stacks): Watched {
  const { vpnId } = network;
  return {
    environment: settings.name,
    portal: portal.api.rest,
    administration: administration.api.rest,
    functions: [portal, administration, background].flatMap((stack) => Object.values(stack.functions)),
    reserved: settings.concurrency,
    everyMinute: everyMinute(settings),
    deadLetters: [background, administration].map(({ wakeUps }) => wakeUps.deadLetters),
    tables: state.store.tables,
    certificates: byDoor((door) => settings[door].customDomain?.certificateArn),
    webAcls: byDoor((door) =>
      settings[door].firewall === 'off' ? undefined : `Latchkey-${settings.name}-${door}`,
    ),
    ...(vpnId !== undefined && { vpnId }),
    backupVaultName: state.backUp.vault.backupVaultName,
    hasCanary: canaryOf(settings) !== undefined,
  };
}

function everyMinute(settings: Stacks['settings']): readonly FunctionName[] {
  const { outside, directory } = hasPostActions(settings);
  return [
    'outbox-sender',
    'sweeper',
    ...(outside ? (['post-actions'] as const) : []),
    ...(directory ? (['attribute-writer'] as const) : []),
  ];
}

const byDoor = (of: (door: Door) => string | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(
    EVERY_DOOR.flatMap((door) => {
      const value = of(door);
      return value === undefined ? [] : [[door, value]];
    }),
  );
