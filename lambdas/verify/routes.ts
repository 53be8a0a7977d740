import type { Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import type { VerifyNeeds } from './act.ts';
import { actionPages } from './action-pages.ts';
import { answersPages } from './answers-pages.ts';
import { claimPages } from './claim-pages.ts';
import { codePages } from './code-pages.ts';
import { verifyJson } from './json-routes.ts';

/** One outcome, two faces: JSON and pages call the same domain functions. */
export const verifyRoutes = (ports: VerifyNeeds, edge: Edge): Routes<'verify'> => ({
  ...verifyJson(ports, edge),
  ...claimPages(ports, edge),
  ...answersPages(ports, edge),
  ...codePages(ports, edge),
  ...actionPages(ports, edge),
});
