import type { Ports } from '../../domain/ports/index.ts';
import type { Verdict } from '../../domain/recovery/offer-proof.ts';
import { closedProblem, slowDownProblem } from '../http/endings.ts';
import { json, problem, type Reply } from '../http/reply.ts';
import { flowViewAt } from './flow-view.ts';

/** What became of a proof, for JSON clients of every method. */
export function renderVerdict({ clock, random }: Pick<Ports, 'clock' | 'random'>, verdict: Verdict): Reply {
  switch (verdict.kind) {
    case 'proven':
      return json(200, flowViewAt(verdict.flow, verdict.configuration, clock.now()));
    case 'wrong':
      return problem(403, 'proof-wrong', random.reference(), { triesLeft: verdict.triesLeft });
    case 'unavailable':
      return problem(503, 'proof-unavailable', random.reference(), { triesLeft: verdict.triesLeft });
    case 'wait':
      return slowDownProblem(verdict.retryAt, clock.now(), random.reference());
    case 'closed':
      return closedProblem(verdict.phase, random.reference());
  }
}
