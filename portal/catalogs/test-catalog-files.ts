import ar from './ar.json' with { type: 'json' };
import enXA from './en-XA.json' with { type: 'json' };
import enXB from './en-XB.json' with { type: 'json' };

/** Languages for who looks at the pages, by BCP 47 tag. They are left out of what is deployed (lambdas/bundle.ts). Written by `npm run catalogs`. */
export const TEST_CATALOG_FILES = {
  ar,
  'en-XA': enXA,
  'en-XB': enXB,
};
