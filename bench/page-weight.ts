import { gzipSync } from 'node:zlib';
import { ASSETS } from '../portal/assets/assets.ts';
import { EVERY_PAGE, frame } from '../test/portal/every-page.ts';

export type PageWeights = Readonly<Record<string, { readonly bytes: number }>>;

/** Each page with all it loads, gzipped, in bytes. */
export function pageWeights(): PageWeights {
  const weigh = (text: string) => gzipSync(text, { level: 9 }).length;
  const loaded = Object.values(ASSETS).map(({ name, body }) => ({ name, bytes: weigh(body) }));
  const assetsOf = (page: string) =>
    loaded.reduce((sum, { name, bytes }) => (page.includes(name) ? sum + bytes : sum), 0);
  return Object.fromEntries(
    EVERY_PAGE.map(({ name, html }) => {
      const page = html(frame);
      return [name, { bytes: weigh(page) + assetsOf(page) }];
    }),
  );
}
