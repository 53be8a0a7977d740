import type { Routes } from '../http/request.ts';
import type { Edge } from '../http/site.ts';
import { federationJson } from './json-routes.ts';
import { linkPages } from './link-pages.ts';
import type { FederationNeeds } from './needs.ts';
import { responsesPages } from './responses-pages.ts';
import { signInPages } from './sign-in-pages.ts';

/** What is proven outside: at the identity provider, and by the organization's own service. */
export const federationRoutes = (ports: FederationNeeds, edge: Edge): Routes<'federation'> => ({
  ...federationJson(ports, edge),
  ...signInPages(ports, edge),
  ...responsesPages(ports, edge),
  ...linkPages(ports, edge),
});
