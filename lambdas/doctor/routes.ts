import { lookAtAdminVisit } from '../../domain/administration/admin-visit.ts';
import { guarded, type DoorNeeds } from '../admin/guarded.ts';
import { examinationView } from '../admin/health-views.ts';
import { tell } from '../admin/tell.ts';
import type { Routes } from '../http/request.ts';
import type { Meter } from '../metrics.ts';
import { examinationRun, type VisitNeeds } from './run.ts';

/** The doctor, called by an administrator. */
export const doctorRoutes = (
  ports: VisitNeeds & DoorNeeds,
  { meter }: { readonly meter: Meter },
): Routes<'doctor'> => {
  const run = examinationRun(ports, meter);
  return guarded(
    ports,
    {
      'POST /api/admin/examination': async () =>
        tell('POST /api/admin/examination', examinationView(await run())),
    },
    // Who can sign our accounts in must not be able to make a visit.
    lookAtAdminVisit,
  );
};
