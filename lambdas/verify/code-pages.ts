import { LIFETIMES } from '../../domain/policy/limits.ts';
import type { FlowStanding } from '../../domain/recovery/standing.ts';
import { readCode } from '../../domain/verification/methods/email-code.ts';
import type { Problem } from '../../portal/frame.ts';
import { codePage } from '../../portal/recover/code-page.tsx';
import { closedPage } from '../http/endings.ts';
import { frameOf } from '../http/frame.ts';
import { html, seeOther, type Reply } from '../http/reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import { acts, type VerifyNeeds } from './act.ts';
import { afterProof } from './after-proof.ts';
import { withinFlow } from './within-flow.ts';

type CodePages = Pick<
  Routes<'verify'>,
  Extract<keyof Routes<'verify'>, `${'GET' | 'POST'} /recover/email-code${'' | '/send'}`>
>;

/** What the form may be shown again for; named in the address, so that going back or reloading sends nothing. */
const AGAIN = ['code-wrong', 'code-expired'] as const;

/** R3: the code by e-mail, and a new one. */
export function codePages(ports: VerifyNeeds, edge: Edge): CodePages {
  const act = acts(ports, edge);
  const inFlow = withinFlow(ports, edge.site);
  const to = (path: string) => seeOther(`${edge.site.basePath}${path}`);

  const form = (
    request: Request,
    { flow, configuration }: FlowStanding,
    problem?: Problem,
    status = 200,
  ): Reply => {
    const sendsLeft = Math.max(0, configuration.limits.sendsPerFlow - flow.sends);
    const minutes = LIFETIMES.code / 60_000;
    return html(
      codePage(frameOf(edge.site, request), { minutes, sendsLeft, ...(problem && { problem }) }),
      status,
    );
  };

  return {
    'GET /recover/email-code': (request) =>
      inFlow(request, (stands) => {
        const again = AGAIN.find((code) => code === request.query['again']);
        return form(request, stands, again && { code: again, field: 'code' });
      }),
    'GET /recover/email-code/send': () => to('/recover/email-code'),
    'POST /recover/email-code': (request) =>
      inFlow(request, async (stands) => {
        const code = readCode(request.body.code);
        if (code === undefined) {
          const slip = request.body.code.trim() === '' ? 'code-missing' : 'code-wrong';
          return form(request, stands, { code: slip, field: 'code' }, 422);
        }
        const verdict = await act.offer(request, stands.flow.key, { method: 'email-code', code });
        const now = ports.clock.now();
        const expired = stands.flow.code !== undefined && now >= stands.flow.code.expiresAt;
        return afterProof({ site: edge.site, inFlow }, { request, stands, verdict, now }, () =>
          to(`/recover/email-code?again=${expired ? 'code-expired' : 'code-wrong'}`),
        );
      }),
    'POST /recover/email-code/send': (request) =>
      inFlow(request, async (stands) => {
        const sent = await act.send(stands.flow.key);
        if (sent.kind === 'closed')
          return closedPage(frameOf(edge.site, request), sent.phase, stands.flow.reference);
        if (sent.kind === 'no-more-codes') return form(request, stands, { code: 'no-more-codes' }, 429);
        return to('/recover/email-code');
      }),
  };
}
