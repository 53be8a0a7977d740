import { ACTIONS, type Action } from '../policy/action.ts';
import { isOn } from '../policy/methods.ts';
import type { Configuration } from '../policy/configuration.ts';
import type { ActionRule, UserConfiguration } from '../policy/user-configuration.ts';
import type { Ports } from '../ports/index.ts';
import { commonPolicy, judge, type Standing } from '../verification/policy.ts';
import { actionProspects, isHindrance, type ActionProspects, type Hindrance } from './action-prospects.ts';
import { exactObstacleTo, toldObstacle, type Obstacle } from './account-condition.ts';
import { FROZEN } from './begin-repair.ts';
import { phase, type Flow, type FlowPhase } from './flow.ts';
import { tellAccount, type ToldAccount } from './told-account.ts';

/** For one action by its proofs: may be asked for, or what is missing, or not offered here. */
export type ProofStanding = Standing | { readonly kind: 'not-offered' };

/** The same as the account is now: what is not to be had says why, whatever has been proven. */
export type ActionStanding =
  | ProofStanding
  | {
      readonly kind: 'hindered';
      readonly because: Obstacle | Hindrance | typeof FROZEN;
      /** When that ends by itself, in epoch milliseconds. */
      readonly until?: number;
    };

export interface FlowStanding {
  readonly phase: FlowPhase;
  readonly flow: Flow;
  readonly configuration: Configuration;
  readonly actions: Readonly<Record<Action, ActionStanding>>;
  /** Only when some action's policy is met: nothing of the account is told before. `gone`: there is none any more. */
  readonly account?: ToldAccount | 'gone';
  /** Self-service is frozen for this person (person-notes); told as the account is. */
  readonly frozen?: true;
}

/**
 * Where a flow stands for each action, by its stored proofs; pure. Until the first proof everyone is told the same: what
 * all user configurations ask for. Afterwards it is the person's own, as it is now; one that is gone offers nothing.
 */
export function actionStandings(
  flow: Flow,
  configuration: Configuration,
  now: number,
): Readonly<Record<Action, ProofStanding>> {
  // A method that was switched off since proves nothing any more.
  const proofs = flow.proofs.filter(({ method }) => isOn(configuration.document, method));
  const standing = (action: Action): ProofStanding => {
    const rule =
      flow.proofs.length === 0 ? commonRule(configuration, action) : ownRule(flow, configuration, action);
    return rule?.offered ? judge(rule, proofs, now) : { kind: 'not-offered' };
  };
  return { unlock: standing('unlock'), reset: standing('reset') };
}

const ownRule = (flow: Flow, configuration: Configuration, action: Action): ActionRule | undefined =>
  ownConfiguration(flow, configuration)?.actions[action];

/** The user configuration a flow is under, as it is now; undefined when it is gone, and for strangers. */
export const ownConfiguration = (
  { userConfiguration }: Flow,
  { document }: Configuration,
): UserConfiguration | undefined => document.userConfigurations.find(({ id }) => id === userConfiguration);

function commonRule({ document }: Configuration, action: Action): ActionRule {
  const offered = document.userConfigurations
    .map(({ actions }) => actions[action])
    .filter((rule) => rule.offered);
  return { offered: offered.length > 0, ...commonPolicy(offered) };
}

export type StandingNeeds = Pick<Ports, 'flows' | 'notes' | 'configuration' | 'directory' | 'clock'>;

/** Tells where a flow stands, and, once its person is proven, how the account is. Undefined for a handle that opens nothing. */
export async function whereItStands(ports: StandingNeeds, key: string): Promise<FlowStanding | undefined> {
  const now = ports.clock.now();
  const configuration = await ports.configuration.current();
  const flow = await ports.flows.find(key);
  if (!flow || flow.purpose !== 'recovery') return undefined;
  const actions = actionStandings(flow, configuration, now);
  const stands = { phase: phase(flow, now, configuration.limits.triesPerFlow), flow, configuration, actions };
  const proven = ACTIONS.some((action) => actions[action].kind === 'met');
  if (!proven || stands.phase !== 'open') return stands;
  const { frozen } = await ports.notes.find(flow.person);
  const account = await ports.directory.read(flow.person);
  if (!account) return { ...stands, actions: hindered(actions, GONE), account: 'gone' };
  const rules = await ports.directory.rules(flow.person.domain, account);
  const userConfiguration = ownConfiguration(flow, configuration);
  const prospects = actionProspects(account, configuration, { rules, userConfiguration, now });
  return {
    ...stands,
    actions: frozen ? allFrozen(actions) : hindered(actions, prospects),
    ...(frozen && { frozen: true }),
    account: tellAccount(account, rules, exactObstacleTo(account, configuration, now), now),
  };
}

const GONE: ActionProspects = {
  unlock: { works: false, because: 'gone' },
  reset: { works: false, because: 'gone' },
};

const allFrozen = (actions: Readonly<Record<Action, ProofStanding>>): FlowStanding['actions'] => {
  const standing = (action: Action): ActionStanding =>
    actions[action].kind === 'not-offered' ? actions[action] : { kind: 'hindered', because: FROZEN };
  return { unlock: standing('unlock'), reset: standing('reset') };
};

/** What was proven, and what has to be proven still, is of no use for an action that is not to be had. */
function hindered(
  actions: Readonly<Record<Action, ProofStanding>>,
  prospects: ActionProspects,
): FlowStanding['actions'] {
  const standing = (action: Action): ActionStanding => {
    const prospect = prospects[action];
    if (actions[action].kind === 'not-offered' || prospect.works !== false) return actions[action];
    const { because, until } = prospect;
    const reason = isHindrance(because) ? because : toldObstacle(because);
    return { kind: 'hindered', because: reason, ...(until !== undefined && { until }) };
  };
  return { unlock: standing('unlock'), reset: standing('reset') };
}
