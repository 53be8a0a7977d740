import { repairAccount, type RepairNeeds } from '../../domain/recovery/repair.ts';
import { frameOf } from '../http/frame.ts';
import { readOperation } from '../http/operation.ts';
import { meterRepair } from '../http/meter-repair.ts';
import { repairJson, repairPage } from '../http/repair-reply.ts';
import { closedPage, closedProblem } from '../http/endings.ts';
import { seeOther } from '../http/reply.ts';
import type { Request, Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';

/** Unlocks; the password stays as it is. */
export function unlockRoutes(ports: RepairNeeds, { site, meter }: Edge): Routes<'unlock'> {
  const unlock = async (request: Request, key: string, operation: string) => {
    const repaired = await repairAccount(
      ports,
      { key, operation, source: request.source },
      { action: 'unlock' },
    );
    meterRepair(meter, repaired);
    return repaired;
  };
  return {
    'POST /api/recovery/unlock': async (request) =>
      request.flowKey === undefined
        ? closedProblem('gone', ports.random.reference())
        : repairJson(await unlock(request, request.flowKey, request.operation), () =>
            ports.random.reference(),
          ),
    'POST /recover/unlock': async (request) => {
      const frame = frameOf(site, request);
      if (request.flowKey === undefined) return closedPage(frame, 'gone', '');
      const repaired = await unlock(request, request.flowKey, readOperation(request.body.operation));
      return repairPage(frame, repaired, () => seeOther(`${site.basePath}/recover/action`));
    },
  };
}
