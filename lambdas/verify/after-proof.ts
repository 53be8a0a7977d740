import type { Verdict } from '../../domain/recovery/offer-proof.ts';
import type { FlowStanding } from '../../domain/recovery/standing.ts';
import { closedPage, slowDown } from '../http/endings.ts';
import { frameOf } from '../http/frame.ts';
import { seeOther, type Reply } from '../http/reply.ts';
import type { Request } from '../http/request.ts';
import type { Site } from '../http/site.ts';
import type { WithinFlow } from './within-flow.ts';

interface Judged {
  readonly request: Request;
  readonly stands: FlowStanding;
  readonly verdict: Verdict;
  readonly now: number;
}

/**
 * Where a judged proof leads: the choice of action once some policy is met, the other methods before that; `again` leads
 * to the form once more while there are tries left, `unavailable` when nobody could look at the proof.
 */
export async function afterProof(
  { site, inFlow }: { readonly site: Site; readonly inFlow: WithinFlow },
  { request, stands, verdict, now }: Judged,
  again: (why: 'wrong' | 'unavailable') => Reply,
): Promise<Reply> {
  const frame = frameOf(site, request);
  const { reference } = stands.flow;
  switch (verdict.kind) {
    case 'proven':
      return inFlow(request, ({ account }) =>
        seeOther(`${site.basePath}${account ? '/recover/action' : '/recover/methods'}`),
      );
    case 'wait':
      return slowDown(frame, verdict.retryAt, now);
    case 'closed':
      return closedPage(frame, verdict.phase, reference);
    case 'wrong':
    case 'unavailable':
      return verdict.triesLeft === 0 ? closedPage(frame, 'refused', reference) : again(verdict.kind);
  }
}
