import { passwordStandard, type PasswordStandard } from '../policy/password-standard.ts';
import type { Ports } from '../ports/index.ts';
import { goneFromBench, refusalAtBench, type BenchRefusal } from './bench-refusal.ts';
import { phase, type Flow, type FlowPhase } from './flow.ts';
import { resetRules } from './reset-rules.ts';
import { actionStandings } from './standing.ts';

export type BeforeReset =
  | { readonly kind: 'ready'; readonly flow: Flow; readonly standard: PasswordStandard }
  | BenchRefusal
  | { readonly kind: 'not-proven' }
  | { readonly kind: 'closed'; readonly phase: FlowPhase | 'gone'; readonly reference: string };

/** What a proven person is told before choosing a new password: the rules in force for them. Changes nothing. */
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
        ? (refusalAtBench('reset', { flow, configuration }, bench, now) ?? {
            kind: 'ready',
            flow,
            standard: passwordStandard(bench.account, resetRules(bench), configuration),
          })
        : goneFromBench(flow),
    ),
  );
}
