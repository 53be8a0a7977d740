import type { Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import { configurationRoutes } from './configuration-routes.ts';
import { draftRoutes } from './draft-routes.ts';
import { guarded } from './guarded.ts';
import { healthRoutes } from './health-routes.ts';
import type { AdminNeeds } from './needs.ts';
import { peopleRoutes } from './people-routes.ts';
import { planRoutes } from './plan-routes.ts';
import { publishRoutes } from './publish-routes.ts';
import { registrationRoutes } from './registration-routes.ts';
import { sessionRoutes, signInRoutes } from './session-routes.ts';
import { trailRoutes } from './trail-routes.ts';

/** The admin API. All but signing in is behind one door, which knows from api.ts who may come through. */
export const adminRoutes = (ports: AdminNeeds, edge: Edge): Routes<'admin'> => ({
  ...signInRoutes(ports, edge),
  ...guarded(ports, {
    ...sessionRoutes(ports, edge),
    ...configurationRoutes(ports),
    ...draftRoutes(ports),
    ...publishRoutes(ports, edge),
    ...planRoutes(ports),
    ...registrationRoutes(ports, edge),
    ...peopleRoutes(ports, edge),
    ...trailRoutes(ports),
    ...healthRoutes(ports),
  }),
});
