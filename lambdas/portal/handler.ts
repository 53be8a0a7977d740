import { environmentOf, siteFrom } from '../environment.ts';
import { serve } from '../http/serve.ts';
import { observability } from '../observability.ts';
import { portalRoutes } from './routes.ts';

// Powers: none.
const { journal, meter, layers } = observability('portal');
const site = siteFrom(environmentOf('portal'));

export const handler = serve({ site, journal, meter }, portalRoutes({ site }), layers);
