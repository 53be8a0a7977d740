import ar from './ar.json' with { type: 'json' };
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import enXA from './en-XA.json' with { type: 'json' };
import enXB from './en-XB.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import ja from './ja.json' with { type: 'json' };
import zhCN from './zh-CN.json' with { type: 'json' };

/** Every file of texts in this folder, by the BCP 47 tag it is named for. Written by `npm run catalogs`. */
export const CATALOG_FILES = {
  ar,
  de,
  en,
  'en-XA': enXA,
  'en-XB': enXB,
  es,
  fr,
  ja,
  'zh-CN': zhCN,
};
