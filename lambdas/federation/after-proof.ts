import type { Flow } from '../../domain/recovery/flow.ts';
import type { Verdict } from '../../domain/recovery/offer-proof.ts';
import { closedPage, slowDown } from '../http/endings.ts';
import { frameOf } from '../http/frame.ts';
import { seeOther, type Reply } from '../http/reply.ts';
import type { Request } from '../http/request.ts';
import type { Site } from '../http/site.ts';

/** Where a judged proof leads. Verify's page of what can be done leads on to the other methods while something is missing. */
export function afterProof(
  site: Site,
  { request, flow, verdict, now }: { request: Request; flow: Flow; verdict: Verdict; now: number },
  again: (why: 'wrong' | 'unavailable') => Reply,
): Reply {
  const frame = frameOf(site, request);
  switch (verdict.kind) {
    case 'proven':
      return seeOther(`${site.basePath}/recover/action`);
    case 'wait':
      return slowDown(frame, verdict.retryAt, now);
    case 'closed':
      return closedPage(frame, verdict.phase, flow.reference);
    case 'wrong':
    case 'unavailable':
      return verdict.triesLeft === 0 ? closedPage(frame, 'refused', flow.reference) : again(verdict.kind);
  }
}
