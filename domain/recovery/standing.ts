import { ACTIONS, type Action } from '../policy/action.ts';
import { isOn } from '../policy/configuration-document.ts';
import type { Configuration } from '../policy/configuration.ts';
import type { ActionRule } from '../policy/user-configuration.ts';
import type { Ports } from '../ports/index.ts';
import { commonPolicy, judge, type Standing } from '../verification/policy.ts';
import { obstacleTo, type Obstacle } from './account-condition.ts';
import { phase, type Flow, type FlowPhase } from './flow.ts';

/** For one action: may be asked for, or what is missing, or not offered here. */
export type ActionStanding = Standing | { readonly kind: 'not-offered' };

export interface FlowStanding {
  readonly phase: FlowPhase;
  readonly flow: Flow;
  readonly configuration: Configuration;
  readonly actions: Readonly<Record<Action, ActionStanding>>;
  /** Only when some action's policy is met: nothing of the account is told before. */
  readonly account?: {
    readonly username: string;
    readonly locked: boolean;
    readonly passwordExpired: boolean;
    readonly obstacle?: Obstacle;
  };
}

/**
 * Where a flow stands for each action, by its stored proofs; pure. Until the first proof everyone is told the same: what
 * all user configurations ask for. Afterwards it is the person's own, as it is now; one that is gone offers nothing.
 */
export function actionStandings(
  flow: Flow,
  configuration: Configuration,
  now: number,
): FlowStanding['actions'] {
  // A method that was switched off since proves nothing any more.
  const proofs = flow.proofs.filter(({ method }) => isOn(configuration.document, method));
  const standing = (action: Action): ActionStanding => {
    const rule =
      flow.proofs.length === 0 ? commonRule(configuration, action) : ownRule(flow, configuration, action);
    return rule?.offered ? judge(rule, proofs, now) : { kind: 'not-offered' };
  };
  return { unlock: standing('unlock'), reset: standing('reset') };
}

const ownRule = (
  { userConfiguration }: Flow,
  { document }: Configuration,
  action: Action,
): ActionRule | undefined =>
  document.userConfigurations.find(({ id }) => id === userConfiguration)?.actions[action];

function commonRule({ document }: Configuration, action: Action): ActionRule {
  const offered = document.userConfigurations
    .map(({ actions }) => actions[action])
    .filter((rule) => rule.offered);
  return { offered: offered.length > 0, ...commonPolicy(offered) };
}

/** Tells where a flow stands, and, once its person is proven, how the account is. Undefined for a handle that opens nothing. */
export async function whereItStands(
  ports: Pick<Ports, 'flows' | 'configuration' | 'directory' | 'clock'>,
  key: string,
): Promise<FlowStanding | undefined> {
  const now = ports.clock.now();
  const configuration = await ports.configuration.current();
  const flow = await ports.flows.find(key);
  if (!flow || flow.purpose !== 'recovery') return undefined;
  const actions = actionStandings(flow, configuration, now);
  const stands = { phase: phase(flow, now, configuration.limits.triesPerFlow), flow, configuration, actions };
  const proven = ACTIONS.some((action) => actions[action].kind === 'met');
  if (!proven || stands.phase !== 'open') return stands;
  const account = await ports.directory.read(flow.person);
  const obstacle = obstacleTo(account, configuration, now);
  return {
    ...stands,
    account: {
      username: account?.username ?? '',
      locked: account?.locked ?? false,
      passwordExpired: (account?.passwordExpired ?? false) || (account?.mustChangePassword ?? false),
      ...(obstacle && { obstacle }),
    },
  };
}
