import type { Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import type { VerifyNeeds } from './act.ts';
import { verifyJson } from './json-routes.ts';
import { verifyPages } from './page-routes.ts';

/** One outcome, two faces: JSON and pages call the same domain functions. */
export const verifyRoutes = (ports: VerifyNeeds, edge: Edge): Routes<'verify'> => ({
  ...verifyJson(ports, edge),
  ...verifyPages(ports, edge),
});
