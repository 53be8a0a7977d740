import type { Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import type { VerifyNeeds } from './act.ts';
import { actionPages } from './action-pages.ts';
import { answersPages } from './answers-pages.ts';
import { attributesPages } from './attributes-pages.ts';
import { claimPages } from './claim-pages.ts';
import { codeJson } from './code-json.ts';
import { codePages } from './code-pages.ts';
import { notMePages } from './not-me-pages.ts';
import { verifyJson } from './json-routes.ts';
import { knownBrowserPages } from './known-browser-pages.ts';
import { ownThingsJson } from './own-things-json.ts';
import { passkeyJson } from './passkey-json.ts';
import { passkeyPages } from './passkey-pages.ts';
import { typedCodePages } from './typed-code-pages.ts';

/** One outcome, two faces: JSON and pages call the same domain functions. */
export const verifyRoutes = (ports: VerifyNeeds, edge: Edge): Routes<'verify'> => ({
  ...verifyJson(ports, edge),
  ...codeJson(ports, edge),
  ...claimPages(ports, edge),
  ...answersPages(ports, edge),
  ...attributesPages(ports, edge),
  ...codePages(ports, edge),
  ...ownThingsJson(ports, edge),
  ...typedCodePages(ports, edge),
  ...knownBrowserPages(ports, edge),
  ...passkeyJson(ports, edge),
  ...passkeyPages(ports, edge),
  ...actionPages(ports, edge),
  ...notMePages(ports, edge),
});
