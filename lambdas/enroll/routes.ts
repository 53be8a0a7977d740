import type { Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import type { EnrollNeeds } from './act.ts';
import { addressPages } from './address-pages.ts';
import { answersPages } from './answers-pages.ts';
import { authenticatorPages } from './authenticator-pages.ts';
import { changePages } from './change-pages.ts';
import { enrollJson } from './json-routes.ts';
import { methodsPages } from './methods-pages.ts';
import { ownThingsJson } from './own-things-json.ts';
import { phoneJson } from './phone-json.ts';
import { phonePages } from './phone-pages.ts';
import { passkeyJson } from './passkey-json.ts';
import { passkeyPages } from './passkey-pages.ts';
import { recoveryCodePages } from './recovery-code-pages.ts';
import { rememberBrowserPages } from './remember-browser-pages.ts';
import { signInPages } from './sign-in-pages.ts';

/** One outcome, two faces: JSON and pages call the same domain functions. */
export const enrollRoutes = (ports: EnrollNeeds, edge: Edge): Routes<'enroll'> => ({
  ...enrollJson(ports, edge),
  ...signInPages(ports, edge),
  ...methodsPages(ports, edge),
  ...answersPages(ports, edge),
  ...addressPages(ports, edge),
  ...changePages(ports, edge),
  ...phoneJson(ports, edge),
  ...phonePages(ports, edge),
  ...ownThingsJson(ports, edge),
  ...authenticatorPages(ports, edge),
  ...recoveryCodePages(ports, edge),
  ...rememberBrowserPages(ports, edge),
  ...passkeyJson(ports, edge),
  ...passkeyPages(ports, edge),
});
