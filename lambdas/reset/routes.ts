import type { Ports } from '../../domain/ports/index.ts';
import { repairAccount, type Repaired, type RepairNeeds } from '../../domain/recovery/repair.ts';
import { passwordMaker } from '../../domain/recovery/sent-password.ts';
import type { Problem } from '../../portal/frame.ts';
import { closedPage, closedProblem } from '../http/endings.ts';
import { frameOf } from '../http/frame.ts';
import { readOperation } from '../http/operation.ts';
import { meterRepair } from '../http/meter-repair.ts';
import { passwordProblemsView, refusedByDirectory } from '../http/password-problems.ts';
import { repairJson, repairPage } from '../http/repair-reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import { newPasswordForm } from './new-password-form.ts';

export type ResetNeeds = RepairNeeds & Pick<Ports, 'sealer'>;

/**
 * Sets a new password. It comes in with one request, goes out over LDAPS, and is kept nowhere. One that we make goes out sealed too:
 * only the outbox sender can open it.
 */
export function resetRoutes(ports: ResetNeeds, edge: Edge): Routes<'reset'> {
  const { site, meter } = edge;
  const make = passwordMaker(ports);
  const reset = async (request: Request, key: string, operation: string, newPassword?: string) => {
    const repaired = await repairAccount(
      ports,
      { key, operation, source: request.source },
      newPassword === undefined ? { action: 'reset', make } : { action: 'reset', newPassword },
    );
    meterRepair(meter, repaired);
    return repaired;
  };

  const form = newPasswordForm(ports, edge);

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
      const typed = body.newPassword === '' ? undefined : body.newPassword;
      const repaired = await reset(request, flowKey, readOperation(body.operation), typed);
      return repairPage(frameOf(site, request), repaired, (refused) =>
        form(request, flowKey, { problem: problemsOf(refused), status: 422 }),
      );
    },
  };
}

function problemsOf(repaired: Repaired): readonly Problem[] {
  if (repaired.kind === 'password-refused') return passwordProblemsView(repaired.problems);
  if (repaired.kind === 'spends-used-up' || repaired.kind === 'password-is-sent')
    return [{ code: 'not-changed' }];
  return refusedByDirectory(repaired.kind === 'settled' ? repaired.rules : undefined);
}
