import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../domain/failure.ts';
import { contrast } from '../../domain/policy/contrast.ts';
import type { Branding } from '../../domain/policy/configuration-document.ts';
import { colourSheet } from '../../lambdas/http/colour-sheet.ts';
import { configurationAtHand } from '../../lambdas/http/configuration-at-hand.ts';
import { SECURITY_HEADERS } from '../../lambdas/http/security-headers.ts';
import { pngOf } from '../support/a-logo.ts';
import { frontDoor, type FrontDoor } from '../support/front-door.ts';
import { pageVisitor } from '../support/page-visitor.ts';
import { aConfiguration, aProduct, publish } from '../support/product.ts';

const BRANDING: Branding = {
  organization: { en: 'Blau & Söhne', fr: 'Blau et Fils' },
  helpLine: { en: 'the desk of {organization}, room 12', fr: '+33 1 23 45 67 89' },
  linkWording: { en: 'Locked out of {organization}?' },
  colours: { accent: '#0b3d91', onAccent: '#ffffff' },
  logo: { type: 'image/png', base64: pngOf(30, 10, '#0b3d91'), alternative: { en: 'A blue wave' } },
};
const open = (door: FrontDoor, path: string, headers: Record<string, string> = {}) =>
  door.ask({ method: 'GET', path, headers });

describe('a page of a customer who says how it should look', () => {
  const door = frontDoor(aProduct({ document: { branding: BRANDING } }), { basePath: '/prod' });

  it('has their name, help line and wording', async () => {
    const { body } = await open(door, '/');
    expect(body).toContain('<title>What would you like to do? – Blau &amp; Söhne</title>');
    expect(body).toContain('<strong><bdi>the desk of Blau &amp; Söhne, room 12</bdi></strong>');
    expect(body).toContain('<strong>Locked out of Blau &amp; Söhne?</strong>');
    expect(body).not.toContain('I forgot my password');
  });

  it('has them in the visitor’s language, and in the default language where they are not in that', async () => {
    const { body } = await open(door, '/', { 'accept-language': 'fr' });
    expect(body).toContain('– Blau et Fils</title>');
    expect(body).toContain('href="tel:+33123456789"');
    expect(body).toContain('<strong>Locked out of Blau et Fils?</strong>');
  });

  it('has the logo with what it says, and the colours, each under a name of its own', async () => {
    const { body } = await open(door, '/');
    expect(body).toMatch(
      /<img class="logo" src="\/prod\/branding\/[0-9a-f]{12}\.png" width="30" height="10" alt="A blue wave"/,
    );
    expect(body).toMatch(
      /portal-\w+\.css"\/><link rel="stylesheet" href="\/prod\/branding\/[0-9a-f]{12}\.css"/,
    );
    expect(body).not.toMatch(/<style|\sstyle=|base64/);
  });

  it('has them when it says that something is not there, or broken, too', async () => {
    for (const path of ['/nothing', '/recover/methods'])
      expect((await open(door, path)).body).toContain('Blau &amp; Söhne');
    const { body } = await open(door, '/nothing', { 'accept-language': 'fr' });
    expect(body).toContain('<html lang="fr"');
  });
});

describe('a file of a customer’s looks', () => {
  const filesOf = async (door: FrontDoor) =>
    [...(await open(door, '/')).body.matchAll(/(\/branding\/\w+\.\w+)"/g)].map(([, path]) => path ?? '');

  it('is served under its name for a year', async () => {
    const door = frontDoor(aProduct({ document: { branding: BRANDING } }));
    const [sheet = '', logo = ''] = await filesOf(door);
    const [css, png] = [await open(door, sheet), await open(door, logo)];
    expect(css.headers['content-type']).toBe('text/css; charset=utf-8');
    expect(css.body).toContain('--act:#0b3d91;');
    expect(png.headers['content-type']).toBe('image/png');
    expect(btoa(png.body)).toBe(BRANDING.logo?.base64);
    for (const { status, headers } of [css, png]) {
      expect(status).toBe(200);
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(headers['content-security-policy']).toBe(SECURITY_HEADERS['content-security-policy']);
    }
  });

  it('has another name when it is another one, and the same while others things change', async () => {
    const product = aProduct({ document: { branding: BRANDING } });
    const door = frontDoor(product);
    const before = await filesOf(door);
    await publish(product, { document: { branding: { ...BRANDING, helpLine: { en: 'nobody' } } } });
    expect(await filesOf(door)).toEqual(before);
    const colours = { accent: '#7a1f1f', onAccent: '#ffffff' };
    await publish(product, { document: { branding: { ...BRANDING, colours } } });
    const after = await filesOf(door);
    expect(after[0]).not.toBe(before[0]);
    expect(after[1]).toBe(before[1]);
    // A page of a function that has not seen the publication yet still asks for the old one.
    const old = await open(door, before[0] ?? '');
    expect(old.body).toContain('--act:#7a1f1f;');
    expect(old.headers['cache-control']).toBe('no-store');
  });

  it.each(['/branding/x.css', '/branding/x.png', '/branding/x.svg', '/branding/portal.css'])(
    'is not there where there are no looks: %s',
    async (path) => {
      const answer = await open(frontDoor(aProduct()), path);
      expect(answer.status).toBe(404);
      expect(answer.headers['cache-control']).toBe('no-store');
    },
  );

  it.each([
    ['a colour that is none', { colours: { accent: 'red}body{display:none', onAccent: '#ffffff' } }],
    ['a logo that is none', { logo: { type: 'image/png', base64: 'aGVsbG8=', alternative: { en: 'x' } } }],
    [
      'a logo with something behind it',
      {
        logo: { type: 'image/png', base64: `${pngOf(3, 1, '#000000')}"><script>`, alternative: { en: 'x' } },
      },
    ],
  ] as const)('is not made of %s', async (_what, looks) => {
    const { organization, helpLine } = BRANDING;
    const door = frontDoor(aProduct({ document: { branding: { organization, helpLine, ...looks } } }));
    expect(await filesOf(door)).toEqual([]);
  });
});

describe('the sheet of a customer’s colours', () => {
  const valuesIn = (css: string) =>
    new Map([...css.matchAll(/--([a-z-]+):(#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value ?? '']));
  const parts = (accent: string, onAccent: string) => {
    const [light = '', dark = ''] = (colourSheet({ accent, onAccent }) ?? '').split('@media');
    return { light: valuesIn(light), dark: valuesIn(dark) };
  };
  const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);
  const publishable = fc
    .tuple(hex, hex)
    .filter(([accent, on]) => contrast(accent, '#ffffff') >= 4.5 && contrast(accent, on) >= 4.5);

  it('leaves everything readable that stands on them or beside them, light and dark', () => {
    const ratio = (values: ReadonlyMap<string | undefined, string>, one: string, other: string) =>
      contrast(values.get(one) ?? one, values.get(other) ?? other);
    fc.assert(
      fc.property(publishable, ([accent, onAccent]) => {
        const { light, dark } = parts(accent, onAccent);
        // Ink, soft text and cards as portal.css has them.
        const pairs = [
          [light, 'act', '#ffffff'],
          [light, 'act', 'tint'],
          [light, 'act-over', 'tint'],
          [light, 'on-act', 'act'],
          [light, 'on-act', 'act-over'],
          [light, '#13231f', 'tint'],
          [light, '#4b5c56', 'tint'],
          [light, '#ffffff', 'pine'],
          [light, '#ffffff', 'pine-deep'],
          [dark, 'act', '#15211e'],
          [dark, 'act', 'tint'],
          [dark, 'act-over', 'tint'],
          [dark, 'on-act', 'act'],
          [dark, 'on-act', 'act-over'],
        ] as const;
        for (const [values, one, other] of pairs)
          expect(ratio(values, one, other), `${one} on ${other}`).toBeGreaterThanOrEqual(4.5);
      }),
      { numRuns: 300 },
    );
  });
});

describe('where the store cannot be read', () => {
  const broken = async (): Promise<never> => {
    throw new Failure('store-unavailable', 'the store is away');
  };

  it('a page still comes, in the words of the deployment', async () => {
    const product = aProduct();
    const configuration = { ...product.ports.configuration, current: broken };
    const door = frontDoor({ ...product, ports: { ...product.ports, configuration } });
    const start = await open(door, '/');
    expect(start.status).toBe(200);
    expect(start.body).toContain('Example Ltd');
    expect(start.body).toContain('+44 20 7946 0000');
    expect((await open(door, '/healthz')).status).toBe(200);
    const visitor = pageVisitor(door);
    await visitor.open('/recover');
    const sorry = await visitor.send('/recover', { username: 'jo' });
    expect(sorry.status).toBe(503);
    expect(sorry.body).toContain('Example Ltd');
  });

  it('a page has the words that were read last', async () => {
    let answer = async () => aConfiguration({ version: 7 });
    const atHand = configurationAtHand({ current: () => answer() }, aConfiguration());
    expect((await atHand()).version).toBe(7);
    answer = broken;
    expect((await atHand()).version).toBe(7);
  });

  it('a page does not wait for words that do not come', async () => {
    const { promise: never, resolve } = Promise.withResolvers<ReturnType<typeof aConfiguration>>();
    const atHand = configurationAtHand({ current: () => never }, aConfiguration(), 1);
    expect((await atHand()).version).toBe(0);
    resolve(aConfiguration({ version: 7 }));
    expect((await atHand()).version).toBe(7);
  });
});

describe('the languages of the pages', () => {
  const languages = { default: 'de', offered: ['fr', 'de', 'tlh', 'ar'] };
  const door = frontDoor(aProduct({ document: { languages } }));
  const langOf = async (headers: Record<string, string>, path = '/') =>
    /<html lang="([^"]+)"/.exec((await open(door, path, headers)).body)?.[1];

  it('are those that are offered and that there are texts for, in their order', async () => {
    const { body } = await open(door, '/');
    expect([...body.matchAll(/<option value="([^"]+)"/g)].map(([, tag]) => tag)).toEqual(['fr', 'de', 'ar']);
  });

  it.each([
    ['fr-CA', 'fr'],
    ['en', 'de'],
    ['ar', 'ar'],
    ['tlh', 'de'],
  ])('are the default where nothing else fits: for %s it is %s', async (wanted, language) => {
    expect(await langOf({ 'accept-language': wanted })).toBe(language);
  });

  it('always have the default among them', async () => {
    const other = frontDoor(aProduct({ document: { languages: { default: 'ja', offered: ['en'] } } }));
    const { body } = await open(other, '/', { 'accept-language': 'es' });
    expect(body).toContain('<html lang="ja"');
    expect([...body.matchAll(/<option value="([^"]+)"/g)].map(([, tag]) => tag)).toEqual(['en', 'ja']);
  });
});
