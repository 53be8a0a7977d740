import { ASSET_NAMES } from '../../portal/assets/assets.ts';
import { LANGUAGES } from '../../portal/catalogs/catalogs.ts';
import type { Frame } from '../../portal/frame.ts';
import { directionOf } from '../../portal/negotiate.ts';
import type { Request } from './request.ts';
import type { Site } from './site.ts';

/** What every page of this site is framed with, for one request. */
export const frameOf = (site: Site, request: Pick<Request, 'language' | 'formToken' | 'path'>): Frame => ({
  basePath: site.basePath,
  language: request.language,
  direction: directionOf(request.language),
  organization: site.organization,
  helpDeskPhone: site.helpDeskPhone,
  demo: site.demo,
  formToken: request.formToken,
  assets: ASSET_NAMES,
  languages: LANGUAGES,
  path: request.path,
});
