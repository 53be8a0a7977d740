import type { RouteSpec, RoutesUnder } from './route-spec.ts';

/** What anybody may see, and what pages are made of. */
// prettier-ignore
export const entrance = {
  'GET /': { by: 'portal', face: 'page', summary: 'Start page' },
  'GET /help': { by: 'portal', face: 'page', summary: 'What to do when nothing else helps' },
  'GET /healthz': { by: 'portal', face: 'json', summary: 'Alive, and which version' },
  'GET /assets/{file}': { by: 'portal', face: 'asset', summary: 'Style sheet and enhancement module' },
  'GET /branding/{file}': { by: 'portal', face: 'asset', summary: 'The customer’s colours and logo' },
  'GET /.well-known/change-password': { by: 'portal', face: 'page', summary: 'Leads password managers to the change page' },
} as const satisfies RoutesUnder<'/help' | '/healthz' | '/assets/' | '/branding/' | '/.well-known/'> & { readonly 'GET /': RouteSpec };
