import { suggestPassword } from '../../domain/policy/suggest-password.ts';
import { beforeReset } from '../../domain/recovery/before-reset.ts';
import { repairAccount, type Repaired, type RepairNeeds } from '../../domain/recovery/repair.ts';
import { cannotPage } from '../../portal/endings/cannot-page.tsx';
import { notNowPage } from '../../portal/endings/not-now-page.tsx';
import type { Problem } from '../../portal/frame.ts';
import { newPasswordPage } from '../../portal/recover/new-password-page.tsx';
import { closedPage, closedProblem } from '../http/endings.ts';
import { frameOf } from '../http/frame.ts';
import { readOperation } from '../http/operation.ts';
import {
  passwordProblemsView,
  refusedByDirectory,
  ruleView,
  suggestionView,
} from '../http/password-problems.ts';
import { meterPrivileged, meterRepair } from '../http/meter-repair.ts';
import { repairJson, repairPage } from '../http/repair-reply.ts';
import { html, seeOther, type Reply } from '../http/reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';

/** Sets a new password. It comes in with one request, goes out over LDAPS, and is kept nowhere. */
export function resetRoutes(ports: RepairNeeds, { site, meter }: Edge): Routes<'reset'> {
  const reset = async (request: Request, key: string, operation: string, newPassword: string) => {
    const repaired = await repairAccount(
      ports,
      { key, operation, source: request.source },
      { action: 'reset', newPassword },
    );
    meterRepair(meter, repaired);
    return repaired;
  };

  /** R5 with the rules in force, or where else the flow leads. Who asks for a suggestion has sent no password, and changes nothing. */
  const form = async (
    request: Request,
    key: string,
    { problem, status }: { readonly problem: readonly Problem[] | 'suggest'; readonly status: number },
  ): Promise<Reply> => {
    const frame = frameOf(site, request);
    const before = await beforeReset(ports, key);
    switch (before.kind) {
      case 'closed':
        return closedPage(frame, before.phase, before.reference);
      case 'not-proven':
        return seeOther(`${site.basePath}/recover/methods`);
      case 'obstacle':
        meterPrivileged(meter, before.exactly);
        return html(
          cannotPage(frame, {
            reason: before.obstacle,
            reference: before.flow.reference,
            since: before.since,
          }),
        );
      case 'hindered':
        return html(notNowPage(frame, before));
      case 'ready': {
        const { standard } = before;
        const shown =
          problem === 'suggest' ? suggestionView(await suggestPassword(ports, standard)) : { problem };
        const { username } = standard.account;
        const operation = ports.random.id();
        return html(
          newPasswordPage(frame, { username, rules: ruleView(standard), operation, ...shown }),
          status,
        );
      }
    }
  };

  return {
    'POST /api/recovery/reset': async (request) =>
      request.flowKey === undefined
        ? closedProblem('gone', ports.random.reference())
        : repairJson(await reset(request, request.flowKey, request.operation, request.body.newPassword), () =>
            ports.random.reference(),
          ),
    'GET /recover/reset': (request) =>
      request.flowKey === undefined
        ? closedPage(frameOf(site, request), 'gone', '')
        : form(request, request.flowKey, {
            problem: request.query['suggest'] === 'yes' ? 'suggest' : [],
            status: 200,
          }),
    'POST /recover/reset': async (request) => {
      const { flowKey, body } = request;
      if (flowKey === undefined) return closedPage(frameOf(site, request), 'gone', '');
      const repaired = await reset(request, flowKey, readOperation(body.operation), body.newPassword);
      return repairPage(frameOf(site, request), repaired, (refused) =>
        form(request, flowKey, { problem: problemsOf(refused), status: 422 }),
      );
    },
  };
}

function problemsOf(repaired: Repaired): readonly Problem[] {
  if (repaired.kind === 'password-refused') return passwordProblemsView(repaired.problems);
  if (repaired.kind === 'spends-used-up') return [{ code: 'not-changed' }];
  return refusedByDirectory(repaired.kind === 'settled' ? repaired.rules : undefined);
}
