import type { Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import type { EnrollNeeds } from './act.ts';
import { addressPages } from './address-pages.ts';
import { answersPages } from './answers-pages.ts';
import { changePages } from './change-pages.ts';
import { enrollJson } from './json-routes.ts';
import { methodsPages } from './methods-pages.ts';
import { signInPages } from './sign-in-pages.ts';

/** One outcome, two faces: JSON and pages call the same domain functions. */
export const enrollRoutes = (ports: EnrollNeeds, edge: Edge): Routes<'enroll'> => ({
  ...enrollJson(ports, edge),
  ...signInPages(ports, edge),
  ...methodsPages(ports, edge),
  ...answersPages(ports, edge),
  ...addressPages(ports, edge),
  ...changePages(ports, edge),
});
