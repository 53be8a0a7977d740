import { passwordStandard, type PasswordStandard } from '../policy/password-standard.ts';
import type { Configuration } from '../policy/configuration.ts';
import type { Ports } from '../ports/index.ts';
import type { RepairBench } from '../ports/repair-desk.ts';
import { goneFromBench, refusalAtBench, type BenchRefusal } from './bench-refusal.ts';
import type { Way } from './code-order.ts';
import { phase, type Flow, type FlowPhase } from './flow.ts';
import { resetRules } from './reset-rules.ts';
import { sentPasswordOf, waysFor, type NoWayForPassword } from './sent-password.ts';
import { actionStandings, ownConfiguration } from './standing.ts';

export type BeforeReset =
  | {
      readonly kind: 'ready';
      readonly flow: Flow;
      readonly standard: PasswordStandard;
      /** The ways by which a password is sent that we make; left out where the person sets it. */
      readonly sent?: readonly Way[];
    }
  | BenchRefusal
  | NoWayForPassword
  | { readonly kind: 'not-proven' }
  | { readonly kind: 'closed'; readonly phase: FlowPhase | 'gone'; readonly reference: string };

/** What a proven person is told before choosing a new password, or being sent one: the rules in force for them. Changes nothing. */
export async function beforeReset(
  ports: Pick<Ports, 'flows' | 'repairs' | 'configuration' | 'clock'>,
  key: string,
): Promise<BeforeReset> {
  const now = ports.clock.now();
  const configuration = await ports.configuration.current();
  const flow = await ports.flows.find(key);
  const at = flow ? phase(flow, now, configuration.limits.triesPerFlow) : 'gone';
  if (!flow || at !== 'open') return { kind: 'closed', phase: at, reference: flow?.reference ?? '' };
  if (actionStandings(flow, configuration, now).reset.kind !== 'met') return { kind: 'not-proven' };
  return ports.repairs.at<BeforeReset>(flow.person, (bench) =>
    Promise.resolve(
      bench
        ? (refusalAtBench('reset', { flow, configuration }, bench, now) ??
            readyAt(bench, flow, configuration))
        : goneFromBench(flow),
    ),
  );
}

function readyAt(bench: RepairBench, flow: Flow, configuration: Configuration): BeforeReset {
  const standard = passwordStandard(bench.account, resetRules(bench), configuration);
  const mode = sentPasswordOf(ownConfiguration(flow, configuration));
  if (!mode) return { kind: 'ready', flow, standard };
  const sent = waysFor(flow, mode.by);
  return sent.length > 0
    ? { kind: 'ready', flow, standard, sent }
    : { kind: 'no-way-for-password', flow, because: 'no-contact-left' };
}
