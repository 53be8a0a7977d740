import { ASSET_NAMES } from '../../portal/assets/assets.ts';
import type { Frame } from '../../portal/frame.ts';
import { directionOf } from '../../portal/negotiate.ts';
import type { Request } from './request.ts';
import type { Site } from './site.ts';

/** What every page of this site is framed with, for one request. */
export const frameOf = (
  site: Site,
  { presentation, formToken, path }: Pick<Request, 'presentation' | 'formToken' | 'path'>,
): Frame => ({
  ...presentation,
  basePath: site.basePath,
  direction: directionOf(presentation.language),
  demo: site.demo,
  formToken,
  assets: ASSET_NAMES,
  path,
});
