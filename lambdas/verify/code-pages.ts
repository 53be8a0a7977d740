import { LIFETIMES } from '../../domain/policy/limits.ts';
import type { Way } from '../../domain/recovery/code-order.ts';
import type { FlowStanding } from '../../domain/recovery/standing.ts';
import { codeOffer, readCode } from '../../domain/verification/methods/issued-code.ts';
import type { CodeMethod } from '../../domain/verification/method.ts';
import type { Problem } from '../../portal/frame.ts';
import { codePage, type CodeView } from '../../portal/recover/code-page.tsx';
import { sendPage } from '../../portal/recover/send-page.tsx';
import { closedPage } from '../http/endings.ts';
import { frameOf } from '../http/frame.ts';
import { html, seeOther, type Reply } from '../http/reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import { acts, type VerifyNeeds } from './act.ts';
import { afterProof } from './after-proof.ts';
import { sendsBy } from './sends-by.ts';
import { withinFlow } from './within-flow.ts';

type CodePages = Pick<
  Routes<'verify'>,
  Extract<keyof Routes<'verify'>, `${'GET' | 'POST'} /recover/${CodeMethod}${'' | '/send'}`>
>;

/** What the form may be shown again for; named in the address, so that going back or reloading sends nothing. */
const AGAIN = ['code-wrong', 'code-expired'] as const;

/** Reads by which way somebody would have it. */
const readWay = (typed: string): Way | undefined =>
  typed === 'email' || typed === 'sms' ? typed : undefined;

/** R3: the codes that are sent, and new ones. */
export function codePages(ports: VerifyNeeds, edge: Edge): CodePages {
  const email = pagesOf(ports, edge, 'email-code');
  const sms = pagesOf(ports, edge, 'sms-code');
  const sent = pagesOf(ports, edge, 'sent-code');
  return {
    'GET /recover/email-code': (request) => email.show(request, request.query['again']),
    'POST /recover/email-code': (request) => email.offer(request, request.body.code),
    'GET /recover/email-code/send': email.lead,
    'POST /recover/email-code/send': (request) => email.send(request),
    'GET /recover/sms-code': (request) => sms.show(request, request.query['again']),
    'POST /recover/sms-code': (request) => sms.offer(request, request.body.code),
    'GET /recover/sms-code/send': sms.lead,
    'POST /recover/sms-code/send': (request) => sms.send(request),
    'GET /recover/sent-code': (request) => sent.show(request, request.query['again']),
    'POST /recover/sent-code': (request) => sent.offer(request, request.body.code),
    'GET /recover/sent-code/send': sent.choose,
    'POST /recover/sent-code/send': (request) => sent.send(request, readWay(request.body.by)),
  };
}

function pagesOf(ports: VerifyNeeds, edge: Edge, method: CodeMethod) {
  const act = acts(ports, edge);
  const inFlow = withinFlow(ports, edge.site);
  const to = (path: string) => seeOther(`${edge.site.basePath}/recover/${method}${path}`);

  const form = (request: Request, stands: FlowStanding, problem?: Problem, status = 200): Reply =>
    html(
      codePage(frameOf(edge.site, request), { ...codeView(method, stands), ...(problem && { problem }) }),
      status,
    );

  return {
    show: (request: Request, because: string | undefined) =>
      inFlow(request, (stands) => {
        const again = AGAIN.find((code) => code === because);
        return form(request, stands, again && { code: again, field: 'code' });
      }),

    lead: () => to(''),

    choose: (request: Request) =>
      inFlow(request, ({ configuration }) =>
        sendsBy(method, configuration) === 'choice'
          ? html(sendPage(frameOf(edge.site, request), { method }))
          : to(''),
      ),

    offer: (request: Request, typed: string) =>
      inFlow(request, async (stands) => {
        const code = readCode(typed);
        if (code === undefined) {
          const slip = typed.trim() === '' ? 'code-missing' : 'code-wrong';
          return form(request, stands, { code: slip, field: 'code' }, 422);
        }
        const verdict = await act.offer(request, stands.flow.key, codeOffer(ports, method, code));
        const now = ports.clock.now();
        const issued = stands.flow.codes[method];
        const expired = issued !== undefined && now >= issued.expiresAt;
        return afterProof({ site: edge.site, inFlow }, { request, stands, verdict, now }, () =>
          to(`?again=${expired ? 'code-expired' : 'code-wrong'}`),
        );
      }),

    send: (request: Request, way?: Way) =>
      inFlow(request, async (stands) => {
        if (way === undefined && sendsBy(method, stands.configuration) === 'choice') return to('/send');
        const sent = await act.send(stands.flow.key, method, way);
        if (sent.kind === 'closed')
          return closedPage(frameOf(edge.site, request), sent.phase, stands.flow.reference);
        if (sent.kind === 'no-more-codes') return form(request, stands, { code: 'no-more-codes' }, 429);
        return to('');
      }),
  };
}

function codeView(method: CodeMethod, { flow, configuration }: FlowStanding): Omit<CodeView, 'problem'> {
  const by = sendsBy(method, configuration);
  return {
    method,
    by: by === 'email' || by === 'sms' ? by : 'either',
    choose: by === 'choice',
    minutes: LIFETIMES.code / 60_000,
    sendsLeft: Math.max(0, configuration.limits.sendsPerFlow - (flow.sends[method] ?? 0)),
  };
}
