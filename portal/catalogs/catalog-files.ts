import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import ja from './ja.json' with { type: 'json' };
import zhCN from './zh-CN.json' with { type: 'json' };

/** The texts of every language for people, by BCP 47 tag. Written by `npm run catalogs`. */
export const CATALOG_FILES = {
  de,
  en,
  es,
  fr,
  ja,
  'zh-CN': zhCN,
};
