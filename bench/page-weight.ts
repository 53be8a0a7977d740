import { gzipSync } from 'node:zlib';
import { ASSETS } from '../portal/assets/assets.ts';
import { EVERY_PAGE, frame } from '../test/portal/every-page.ts';

export type PageWeights = Readonly<Record<string, { readonly bytes: number }>>;

/** Each page with all it loads, gzipped, in bytes. */
export function pageWeights(): PageWeights {
  const weigh = (text: string) => gzipSync(text, { level: 9 }).length;
  const assets = weigh(ASSETS.css.body) + weigh(ASSETS.js.body);
  return Object.fromEntries(
    EVERY_PAGE.map(({ name, html }) => [name, { bytes: weigh(html(frame)) + assets }]),
  );
}
