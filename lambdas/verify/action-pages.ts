import { toldObstacle } from '../../domain/recovery/account-condition.ts';
import { isHindrance } from '../../domain/recovery/action-prospects.ts';
import { whereItStands, type ActionStanding, type FlowStanding } from '../../domain/recovery/standing.ts';
import { cannotPage } from '../../portal/endings/cannot-page.tsx';
import { problemPage } from '../../portal/endings/problem-page.tsx';
import type { Frame } from '../../portal/frame.ts';
import { actionPage, type Choice } from '../../portal/recover/action-page.tsx';
import { donePage } from '../../portal/recover/done-page.tsx';
import { workingPage } from '../../portal/recover/working-page.tsx';
import { closedPage } from '../http/endings.ts';
import { frameOf } from '../http/frame.ts';
import { meterPrivileged } from '../http/meter-repair.ts';
import { html, seeOther, type Reply } from '../http/reply.ts';
import type { Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import { accountView } from './account-view.ts';
import type { VerifyNeeds } from './act.ts';
import { withinFlow } from './within-flow.ts';

type ActionPages = Pick<
  Routes<'verify'>,
  'GET /recover/action' | 'GET /recover/unlock' | 'GET /recover/done'
>;

/** R4 with the truth about the account, now that its owner is proven; R6 and R7 with what became of it. */
export function actionPages(ports: VerifyNeeds, { site, meter }: Edge): ActionPages {
  const inFlow = withinFlow(ports, site);
  return {
    'GET /recover/action': (request) =>
      inFlow(request, ({ account, actions, flow, frozen }) => {
        const frame = frameOf(site, request);
        const { reference } = flow;
        if (!account) return seeOther(`${site.basePath}/recover/methods`);
        if (frozen) return html(cannotPage(frame, { reason: 'self-service-frozen', reference }));
        if (account === 'gone') return html(cannotPage(frame, { reason: 'gone', reference }));
        meterPrivileged(meter, account.obstacle);
        if (account.obstacle)
          return html(
            cannotPage(frame, {
              reason: toldObstacle(account.obstacle),
              reference,
              since: account.obstacle === 'account-expired' ? account.expiresAt : undefined,
            }),
          );
        return html(
          actionPage(frame, {
            account: accountView(account),
            unlock: choice(actions.unlock),
            reset: choice(actions.reset),
            operation: ports.random.id(),
          }),
        );
      }),
    'GET /recover/unlock': () => seeOther(`${site.basePath}/recover/action`),
    'GET /recover/done': async (request) => {
      const stands = request.flowKey === undefined ? undefined : await whereItStands(ports, request.flowKey);
      const frame = frameOf(site, request);
      return stands ? ending(frame, stands) : closedPage(frame, 'gone', '');
    },
  };
}

function choice(standing: ActionStanding): Choice {
  switch (standing.kind) {
    case 'met':
      return 'allowed';
    case 'missing':
    case 'not-offered':
      return standing.kind;
    case 'hindered': {
      const { because, until } = standing;
      // What stands in the way of everything has a page of its own.
      return isHindrance(because) ? { because, until } : 'not-offered';
    }
  }
}

/** Working while the directory is at it (the page looks again by itself); done once the outcome is written. */
function ending(frame: Frame, { phase, flow }: FlowStanding): Reply {
  if (phase === 'executing') {
    const headers = { refresh: `3; url=${frame.basePath}/recover/done` };
    return html(workingPage(frame, { refresh: '/recover/done' }), 200, { headers });
  }
  if (flow.outcome?.result === 'unchanged')
    return html(problemPage(frame, { changed: 'no', reference: flow.reference }));
  if (phase !== 'done' || !flow.outcome) return closedPage(frame, phase, flow.reference);
  const { action, result } = flow.outcome;
  return html(
    donePage(frame, {
      action,
      couldAddMethod: false,
      uncertain: result === 'unknown',
      sent: flow.intent?.mustChange,
      passwordExpired: flow.intent?.passwordExpired,
    }),
  );
}
