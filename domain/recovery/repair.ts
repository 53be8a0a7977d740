import type { Action } from '../policy/action.ts';
import type { Configuration } from '../policy/configuration.ts';
import { passwordProblems, type PasswordProblem } from '../policy/password-rules.ts';
import { passwordStandard } from '../policy/password-standard.ts';
import type { PasswordRules } from '../ports/password-rules.ts';
import type { RepairBench } from '../ports/repair-desk.ts';
import type { Ports } from '../ports/index.ts';
import type { Standing } from '../verification/policy.ts';
import { beginRepair, UNFINISHED, type PersonBusy } from './begin-repair.ts';
import { goneFromBench, refusalAtBench, type BenchRefusal } from './bench-refusal.ts';
import { phase, type Flow, type FlowPhase, type Outcome } from './flow.ts';
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

/** What is to be done: unlock, or set this new password. */
export type Repair =
  { readonly action: 'unlock' } | { readonly action: 'reset'; readonly newPassword: string };

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
  | { readonly kind: 'closed'; readonly phase: FlowPhase | 'gone' }
  | { readonly kind: 'not-offered' }
  | {
      readonly kind: 'not-proven';
      readonly flow: Flow;
      readonly missing: Extract<Standing, { kind: 'missing' }>;
    }
  | { readonly kind: 'spends-used-up' }
  | BenchRefusal
  | {
      readonly kind: 'password-refused';
      readonly flow: Flow;
      readonly problems: readonly PasswordProblem[];
      readonly rules: PasswordRules;
    };

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
  const { flow, repair, request, lookedAt } = work;
  if (!bench) return refuseAtBench(ports, work, goneFromBench(flow));
  const refusal = refusalAtBench(repair.action, work, bench, ports.clock.now());
  if (refusal) return refuseAtBench(ports, work, refusal);
  const rules = resetRules(bench);
  if (repair.action === 'reset') {
    const standard = passwordStandard(bench.account, rules, work.configuration);
    const problems = await passwordProblems(ports, repair.newPassword, standard);
    if (problems.length > 0) return { kind: 'password-refused', flow, problems, rules };
  }
  const { operation, source } = request;
  const intended = { flow, action: repair.action, operation, source, lookedAt };
  const executing = await beginRepair(ports, intended, bench.account);
  if (executing === 'moved') return { kind: 'working', flow };
  if (executing === 'person-busy') return refuseAtBench(ports, work, { kind: 'person-busy', flow });
  // From here on the directory may change: whatever happens next is told as what it is, and never repeated.
  const answer = await askOnce(() =>
    repair.action === 'reset' ? bench.reset(repair.newPassword) : bench.unlock(),
  );
  const outcome = await settleAnswer(ports, executing, answer, () => bench.readBack());
  if (outcome === 'unsettled') return { kind: 'unsettled', flow: executing };
  return { kind: 'settled', flow: executing, outcome, rules };
}

async function refuseAtBench(
  ports: RepairNeeds,
  { flow, request, repair }: Work,
  refusal: BenchRefusal | PersonBusy,
): Promise<Repaired> {
  await ports.trail.append({
    id: ports.random.id(),
    at: ports.clock.now(),
    person: flow.person,
    reference: flow.reference,
    source: request.source,
    happening: { kind: 'repair-refused', action: repair.action, reason: reasonOf(refusal) },
  });
  return refusal;
}

function reasonOf(refusal: BenchRefusal | PersonBusy): string {
  if (refusal.kind === 'person-busy') return UNFINISHED;
  return refusal.kind === 'obstacle' ? refusal.exactly : refusal.because;
}
