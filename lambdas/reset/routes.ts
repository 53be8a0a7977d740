import { beforeReset } from '../../domain/recovery/before-reset.ts';
import { repairAccount, type Repaired, type RepairNeeds } from '../../domain/recovery/repair.ts';
import { cannotPage } from '../../portal/endings/cannot-page.tsx';
import type { Problem } from '../../portal/frame.ts';
import { newPasswordPage } from '../../portal/recover/new-password-page.tsx';
import { closedPage, closedProblem } from '../http/endings.ts';
import { frameOf } from '../http/frame.ts';
import { readOperation } from '../http/operation.ts';
import { passwordProblemsView, REFUSED_BY_DIRECTORY, ruleView } from '../http/password-problems.ts';
import { meterRepair, repairJson, repairPage } from '../http/repair-reply.ts';
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

  /** R5 with the rules in force, or where else the flow leads. */
  const form = async (
    request: Request,
    key: string,
    problem: readonly Problem[],
    status: number,
  ): Promise<Reply> => {
    const frame = frameOf(site, request);
    const before = await beforeReset(ports, key);
    switch (before.kind) {
      case 'closed':
        return closedPage(frame, before.phase, before.reference);
      case 'not-proven':
        return seeOther(`${site.basePath}/recover/methods`);
      case 'obstacle':
        return html(cannotPage(frame, { reason: before.obstacle, reference: before.flow.reference }));
      case 'ready': {
        const { username, rules } = before;
        return html(
          newPasswordPage(frame, { username, rules: ruleView(rules), operation: ports.random.id(), problem }),
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
        : form(request, request.flowKey, [], 200),
    'POST /recover/reset': async (request) => {
      const { flowKey, body } = request;
      if (flowKey === undefined) return closedPage(frameOf(site, request), 'gone', '');
      const repaired = await reset(request, flowKey, readOperation(body.operation), body.newPassword);
      return repairPage(frameOf(site, request), repaired, (refused) =>
        form(request, flowKey, problemsOf(refused), 422),
      );
    },
  };
}

function problemsOf(repaired: Repaired): readonly Problem[] {
  if (repaired.kind === 'password-refused') return passwordProblemsView(repaired.problems);
  return repaired.kind === 'spends-used-up' ? [{ code: 'not-changed' }] : REFUSED_BY_DIRECTORY;
}
