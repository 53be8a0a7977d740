import { LIFETIMES } from '../../domain/policy/limits.ts';
import { provenMethods } from '../../domain/recovery/flow.ts';
import { whereItStands, type ActionStanding, type FlowStanding } from '../../domain/recovery/standing.ts';
import { readCode } from '../../domain/verification/methods/email-code.ts';
import { cannotPage } from '../../portal/endings/cannot-page.tsx';
import { problemPage } from '../../portal/endings/problem-page.tsx';
import type { Frame, Problem } from '../../portal/frame.ts';
import { actionPage, type Choice } from '../../portal/recover/action-page.tsx';
import { answersPage } from '../../portal/recover/answers-page.tsx';
import { claimPage } from '../../portal/recover/claim-page.tsx';
import { codePage } from '../../portal/recover/code-page.tsx';
import { donePage } from '../../portal/recover/done-page.tsx';
import { methodsPage } from '../../portal/recover/methods-page.tsx';
import { workingPage } from '../../portal/recover/working-page.tsx';
import { answerFields } from '../http/answer-fields.ts';
import { COOKIES } from '../http/cookies.ts';
import { closedPage, slowDown } from '../http/endings.ts';
import { frameOf } from '../http/frame.ts';
import { html, seeOther, type Reply } from '../http/reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import { acts, type VerifyNeeds } from './act.ts';
import { methodsOf, questionsOf } from './flow-view.ts';

type PageRoutes = Omit<Routes<'verify'>, Extract<keyof Routes<'verify'>, `${string} /api/${string}`>>;

/** The pages of verification (R1–R4, R6, R7); every post that succeeds redirects, every one that fails shows its form again. */
export function verifyPages(ports: VerifyNeeds, edge: Edge): PageRoutes {
  const { start, send, offer } = acts(ports, edge);
  const frame = (request: Request) => frameOf(edge.site, request);
  const to = (path: string) => `${edge.site.basePath}${path}`;

  /** Runs `page` on a flow that is open; else leads to where that flow ended. */
  const inFlow = async (
    request: Request,
    page: (stands: FlowStanding) => Reply | Promise<Reply>,
  ): Promise<Reply> => {
    const stands = request.flowKey === undefined ? undefined : await whereItStands(ports, request.flowKey);
    if (stands?.phase !== 'open')
      return closedPage(frame(request), stands?.phase ?? 'gone', stands?.flow.reference ?? '');
    return page(stands);
  };

  const answers = (
    request: Request,
    stands: FlowStanding,
    problem?: Problem,
    triesLeft?: number,
    status = 200,
  ) =>
    html(
      answersPage(frame(request), {
        questions: questionsOf(stands.flow, stands.configuration),
        masked: true,
        minutesLeft: Math.max(1, Math.floor((stands.flow.expiresAt - ports.clock.now()) / 60_000)),
        ...(problem && { problem }),
        ...(triesLeft !== undefined && { triesLeft }),
      }),
      status,
    );

  const code = (request: Request, stands: FlowStanding, problem?: Problem, status = 200) =>
    html(
      codePage(frame(request), {
        minutes: LIFETIMES.code / 60_000,
        sendsLeft: Math.max(0, stands.configuration.limits.sendsPerFlow - stands.flow.sends),
        ...(problem && { problem }),
      }),
      status,
    );

  /** What follows a proof: the choice of action once some policy is met, else the remaining methods. */
  const afterProof = async (request: Request): Promise<Reply> =>
    inFlow(request, ({ account }) => seeOther(to(account ? '/recover/action' : '/recover/methods')));

  return {
    'GET /recover': (request) => html(claimPage(frame(request))),
    'POST /recover': async (request) => {
      const started = await start(request, request.body.username, false);
      if (!started) {
        const problem = request.body.username.trim() === '' ? 'username-missing' : 'unreadable';
        return html(
          claimPage(frame(request), {
            username: request.body.username,
            problem: { code: problem, field: 'username' },
          }),
          422,
        );
      }
      if (started.kind === 'too-many') return slowDown(frame(request), started.retryAt, ports.clock.now());
      return seeOther(to('/recover/methods'), { cookies: [{ name: COOKIES.flow, value: started.handle }] });
    },
    'GET /recover/methods': (request) =>
      inFlow(request, ({ flow, configuration }) => {
        const proven = provenMethods(flow);
        return html(
          methodsPage(frame(request), {
            methods: methodsOf(configuration).map((method) => ({ method, proven: proven.includes(method) })),
          }),
        );
      }),
    'GET /recover/security-answers': (request) => inFlow(request, (stands) => answers(request, stands)),
    'POST /recover/security-answers': (request) =>
      inFlow(request, async (stands) => {
        const given = answerFields(request.body);
        const blank = questionsOf(stands.flow, stands.configuration).find(
          ({ id }) => (given[id] ?? '').trim() === '',
        );
        if (blank)
          return answers(
            request,
            stands,
            { code: 'answer-missing', field: `answer.${blank.id}` },
            undefined,
            422,
          );
        const verdict = await offer(request, stands.flow.key, { method: 'security-answers', answers: given });
        if (verdict.kind === 'proven') return afterProof(request);
        if (verdict.kind === 'wait') return slowDown(frame(request), verdict.retryAt, ports.clock.now());
        if (verdict.kind === 'closed')
          return closedPage(frame(request), verdict.phase, stands.flow.reference);
        if (verdict.triesLeft === 0) return closedPage(frame(request), 'refused', stands.flow.reference);
        return answers(request, stands, { code: 'answers-wrong' }, verdict.triesLeft, 403);
      }),
    'GET /recover/email-code': (request) => inFlow(request, (stands) => code(request, stands)),
    'POST /recover/email-code': (request) =>
      inFlow(request, async (stands) => {
        const typed = readCode(request.body.code);
        if (typed === undefined) {
          const problem = request.body.code.trim() === '' ? 'code-missing' : 'code-wrong';
          return code(request, stands, { code: problem, field: 'code' }, 422);
        }
        const verdict = await offer(request, stands.flow.key, { method: 'email-code', code: typed });
        if (verdict.kind === 'proven') return afterProof(request);
        if (verdict.kind === 'wait') return slowDown(frame(request), verdict.retryAt, ports.clock.now());
        if (verdict.kind === 'closed')
          return closedPage(frame(request), verdict.phase, stands.flow.reference);
        if (verdict.triesLeft === 0) return closedPage(frame(request), 'refused', stands.flow.reference);
        const expired = stands.flow.code !== undefined && ports.clock.now() >= stands.flow.code.expiresAt;
        return code(request, stands, { code: expired ? 'code-expired' : 'code-wrong', field: 'code' }, 403);
      }),
    'POST /recover/email-code/send': (request) =>
      inFlow(request, async (stands) => {
        const sent = await send(stands.flow.key);
        if (sent.kind === 'closed') return closedPage(frame(request), sent.phase, stands.flow.reference);
        if (sent.kind === 'no-more-codes') return code(request, stands, { code: 'no-more-codes' }, 429);
        return seeOther(to('/recover/email-code'));
      }),
    'GET /recover/action': (request) =>
      inFlow(request, ({ account, actions, flow }) => {
        if (!account) return seeOther(to('/recover/methods'));
        if (account.obstacle)
          return html(cannotPage(frame(request), { reason: account.obstacle, reference: flow.reference }));
        return html(
          actionPage(frame(request), {
            locked: account.locked,
            passwordExpired: account.passwordExpired,
            unlock: choice(actions.unlock),
            reset: choice(actions.reset),
            operation: ports.random.id(),
          }),
        );
      }),
    'GET /recover/done': async (request) => {
      const stands = request.flowKey === undefined ? undefined : await whereItStands(ports, request.flowKey);
      return stands ? ending(frame(request), stands) : closedPage(frame(request), 'gone', '');
    },
  };
}

const choice = (standing: ActionStanding): Choice =>
  standing.kind === 'met' ? 'allowed' : standing.kind === 'missing' ? 'missing' : 'not-offered';

/** R6 while the directory is at work (it looks again by itself), R7 once the outcome is written. */
function ending(frame: Frame, { phase, flow }: FlowStanding): Reply {
  if (phase === 'executing') {
    const refresh = `${frame.basePath}/recover/done`;
    return html(workingPage(frame, { refresh: '/recover/done' }), 200, {
      headers: { refresh: `3; url=${refresh}` },
    });
  }
  if (flow.outcome?.result === 'unchanged')
    return html(problemPage(frame, { changed: 'no', reference: flow.reference }));
  if (phase !== 'done' || !flow.outcome) return closedPage(frame, phase, flow.reference);
  return html(
    donePage(frame, {
      action: flow.outcome.action,
      couldAddMethod: false,
      uncertain: flow.outcome.result === 'unknown',
    }),
  );
}
