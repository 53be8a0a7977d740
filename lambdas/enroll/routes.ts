import type { Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import type { EnrollNeeds } from './act.ts';
import { changePages } from './change-pages.ts';
import { enrollJson } from './json-routes.ts';
import { enrollPages } from './page-routes.ts';

/** One outcome, two faces: JSON and pages call the same domain functions. */
export const enrollRoutes = (ports: EnrollNeeds, edge: Edge): Routes<'enroll'> => ({
  ...enrollJson(ports, edge),
  ...enrollPages(ports, edge),
  ...changePages(ports, edge),
});
