import type { FlowStanding } from '../../domain/recovery/standing.ts';
import { authenticatorOffer, readAppCode } from '../../domain/verification/methods/authenticator-app.ts';
import { readRecoveryCode, recoveryCodeOffer } from '../../domain/verification/methods/recovery-code.ts';
import type { Offer } from '../../domain/verification/offer.ts';
import type { Frame, Problem, ProblemCode } from '../../portal/frame.ts';
import { appCodePage } from '../../portal/recover/app-code-page.tsx';
import { recoveryCodePage } from '../../portal/recover/recovery-code-page.tsx';
import { frameOf } from '../http/frame.ts';
import { html, seeOther, type Reply } from '../http/reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import { acts, type VerifyNeeds } from './act.ts';
import { afterProof } from './after-proof.ts';
import { withinFlow } from './within-flow.ts';

type TypedCodePages = Pick<
  Routes<'verify'>,
  `${'GET' | 'POST'} /recover/${'authenticator-app' | 'recovery-code'}`
>;

/** A way that goes by a code its owner has already. */
interface TypedCode {
  readonly path: string;
  readonly page: (frame: Frame, view: { readonly problem?: Problem }) => string;
  readonly read: (typed: string) => string | undefined;
  readonly offer: (code: string) => Offer;
  readonly missing: ProblemCode;
  readonly wrong: ProblemCode;
}

/** R3: a code from an authenticator app, or from paper. The same page for every name. */
export function typedCodePages(ports: VerifyNeeds, edge: Edge): TypedCodePages {
  const act = acts(ports, edge);
  const inFlow = withinFlow(ports, edge.site);

  const form = (request: Request, { page }: TypedCode, problem?: ProblemCode, status = 200): Reply => {
    const view = problem === undefined ? {} : { problem: { code: problem, field: 'code' } };
    return html(page(frameOf(edge.site, request), view), status);
  };

  const shown = (request: Request, way: TypedCode) =>
    inFlow(request, () =>
      // Named in the address, so that going back or reloading offers nothing again.
      form(request, way, request.query['again'] === 'wrong' ? way.wrong : undefined),
    );

  const offered = (request: Request, typed: string, way: TypedCode) =>
    inFlow(request, async (stands: FlowStanding) => {
      const code = way.read(typed);
      if (code === undefined) return form(request, way, typed.trim() === '' ? way.missing : way.wrong, 422);
      const verdict = await act.offer(request, stands.flow.key, way.offer(code));
      const judged = { request, stands, verdict, now: ports.clock.now() };
      return afterProof({ site: edge.site, inFlow }, judged, () =>
        seeOther(`${edge.site.basePath}${way.path}?again=wrong`),
      );
    });

  const app: TypedCode = {
    path: '/recover/authenticator-app',
    page: appCodePage,
    read: readAppCode,
    offer: (code) => authenticatorOffer(ports, code),
    missing: 'app-code-missing',
    wrong: 'app-code-wrong',
  };
  const saved: TypedCode = {
    path: '/recover/recovery-code',
    page: recoveryCodePage,
    read: readRecoveryCode,
    offer: (code) => recoveryCodeOffer(ports, code),
    missing: 'recovery-code-missing',
    wrong: 'recovery-code-wrong',
  };
  return {
    'GET /recover/authenticator-app': (request) => shown(request, app),
    'POST /recover/authenticator-app': (request) => offered(request, request.body.code, app),
    'GET /recover/recovery-code': (request) => shown(request, saved),
    'POST /recover/recovery-code': (request) => offered(request, request.body.code, saved),
  };
}
