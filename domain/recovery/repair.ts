import type { Action } from '../policy/action.ts';
import type { Configuration } from '../policy/configuration.ts';
import type { PasswordRules } from '../ports/password-rules.ts';
import type { RepairBench } from '../ports/repair-desk.ts';
import type { Ports } from '../ports/index.ts';
import { jobsAfter } from '../post-actions/jobs-after.ts';
import type { Standing } from '../verification/policy.ts';
import { beginRepair, type Frozen, type PersonBusy } from './begin-repair.ts';
import { goneFromBench, refusalAtBench, type BenchRefusal } from './bench-refusal.ts';
import { phase, type Flow, type FlowPhase, type Outcome } from './flow.ts';
import {
  newPasswordFor,
  type ChosenPassword,
  type PasswordRefusal,
  type ResetAsked,
} from './new-password-for.ts';
import { refuseAtBench, type Unspent } from './refuse-at-bench.ts';
import { resetRules } from './reset-rules.ts';
import { askOnce, settleAnswer } from './settle.ts';
import { actionStandings } from './standing.ts';

export type RepairNeeds = Pick<
  Ports,
  'flows' | 'repairs' | 'configuration' | 'breached' | 'trail' | 'random' | 'clock'
>;

export interface RepairRequest {
  readonly key: string;
  readonly source: string;
  /** The client's Idempotency-Key: the same one never acts twice. */
  readonly operation: string;
}

/** What is to be done: unlock, or set this new password, or one that is made and sent. */
export type Repair = { readonly action: 'unlock' } | ResetAsked;

export type Repaired =
  | {
      readonly kind: 'settled';
      readonly flow: Flow;
      readonly outcome: Outcome;
      readonly rules?: PasswordRules;
    }
  /** The change may have happened: its answer was lost, or could not be written down. The flow's standing will tell. */
  | { readonly kind: 'unsettled'; readonly flow: Flow }
  | { readonly kind: 'working'; readonly flow: Flow }
  | PersonBusy
  | Frozen
  | { readonly kind: 'closed'; readonly phase: FlowPhase | 'gone' }
  | { readonly kind: 'not-offered' }
  | {
      readonly kind: 'not-proven';
      readonly flow: Flow;
      readonly missing: Extract<Standing, { kind: 'missing' }>;
    }
  | { readonly kind: 'spends-used-up' }
  | BenchRefusal
  | PasswordRefusal;

/**
 * Spends a proven flow on one change of the directory. The policy is judged from stored proofs; privilege and state on
 * the domain controller that makes the change; the intent is written before the change and the outcome after. A password
 * that is refused, here or by the directory, leaves everything as it was and the flow open.
 */
export async function repairAccount(
  ports: RepairNeeds,
  request: RepairRequest,
  repair: Repair,
): Promise<Repaired> {
  const configuration = await ports.configuration.current();
  const flow = await ports.flows.find(request.key);
  const refusal = refusalBefore(flow, configuration, request, repair.action, ports.clock.now());
  if (refusal || !flow) return refusal ?? { kind: 'closed', phase: 'gone' };
  const lookedAt = ports.clock.now();
  return ports.repairs.at(flow.person, (bench) =>
    atTheBench(ports, { flow, configuration, request, repair, lookedAt }, bench),
  );
}

/** Everything that can be said without the directory; pure. Undefined: go on. */
function refusalBefore(
  flow: Flow | undefined,
  configuration: Configuration,
  { operation }: RepairRequest,
  action: Action,
  now: number,
): Repaired | undefined {
  if (!flow || flow.purpose !== 'recovery') return { kind: 'closed', phase: 'gone' };
  if (flow.outcome?.operation === operation) return { kind: 'settled', flow, outcome: flow.outcome };
  if (flow.state === 'executing') return { kind: 'working', flow };
  const at = phase(flow, now, configuration.limits.triesPerFlow);
  if (at !== 'open') return { kind: 'closed', phase: at };
  const standing = actionStandings(flow, configuration, now)[action];
  if (standing.kind === 'not-offered') return { kind: 'not-offered' };
  if (standing.kind === 'missing') return { kind: 'not-proven', flow, missing: standing };
  return flow.spends >= configuration.limits.spendsPerFlow ? { kind: 'spends-used-up' } : undefined;
}

type Work = {
  readonly flow: Flow;
  readonly configuration: Configuration;
  readonly request: RepairRequest;
  readonly repair: Repair;
  readonly lookedAt: number;
};

async function atTheBench(ports: RepairNeeds, work: Work, bench: RepairBench | undefined): Promise<Repaired> {
  const { flow, repair, lookedAt, configuration } = work;
  const { operation, source } = work.request;
  const { action } = repair;
  const refuse = (refusal: Unspent) => refuseAtBench(ports, { action, source }, refusal);
  if (!bench) return refuse(goneFromBench(flow));
  const refusal = refusalAtBench(action, work, bench, ports.clock.now());
  if (refusal) return refuse(refusal);
  const chosen = repair.action === 'reset' ? await newPasswordFor(ports, work, repair, bench) : undefined;
  if (chosen?.kind === 'no-way-for-password') return refuse(chosen);
  if (chosen && chosen.kind !== 'chosen') return chosen;
  const intended = { flow, action, operation, source, lookedAt, password: chosen?.message };
  const executing = await beginRepair(ports, intended, bench.account);
  if (executing === 'moved') return { kind: 'working', flow };
  if (executing === 'person-busy' || executing === 'frozen') return refuse({ kind: executing, flow });
  // From here on the directory may change: whatever happens next is told as what it is, and never repeated.
  const answer = await askOnce(() => (chosen ? resetTo(bench, chosen) : bench.unlock()));
  const outcome = await settleAnswer(
    ports,
    executing,
    answer,
    () => bench.readBack(),
    (settled) => jobsAfter(ports, executing, settled, configuration, bench.account),
  );
  if (outcome === 'unsettled') return { kind: 'unsettled', flow: executing };
  return { kind: 'settled', flow: executing, outcome, rules: resetRules(bench) };
}

/** What we made must be changed; what its owner typed need not be. */
const resetTo = (bench: RepairBench, { password, message }: ChosenPassword) =>
  message ? bench.reset(password, { mustChange: true }) : bench.reset(password);
