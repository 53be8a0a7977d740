import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOGO_TYPES, type Branding, type LogoType } from '../../domain/policy/configuration-document.ts';
import { imageSize } from '../../domain/policy/image-size.ts';
import { lookOf, type BrandingFile } from '../../lambdas/http/look.ts';
import { presentationOf } from '../../lambdas/http/presentation.ts';
import { pngOf } from '../support/a-logo.ts';
import { axeFindings } from '../support/axe.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { startPortalServer, type PortalServer } from './portal-server.ts';

/** Hard cases: grey that is just readable on white, a strong one, and one that is nearly black. */
const COLOURS = [
  { accent: '#767676', onAccent: '#ffffff' },
  { accent: '#b00020', onAccent: '#ffffff' },
  { accent: '#0b0b3b', onAccent: '#ffd166' },
] as const;
/** What looks could spoil; all else is the same as on the pages without them. */
const CHECKED = ['color-contrast', 'image-alt', 'link-name', 'link-in-text-block', 'target-size'];
const PAGES = [
  'start',
  'methods: one proven',
  'code',
  'new password',
  'done: reset',
  'recovery methods: all',
  'answers set-up: a group',
];

async function served(branding: Branding): Promise<PortalServer> {
  const { sheet, logo } = lookOf(branding);
  const files = [sheet, logo].flatMap((file) =>
    file ? [[`/branding/${file.name}`, bytesOf(file)] as const] : [],
  );
  const languages = { default: 'en', offered: ['en', 'fr'] };
  return startPortalServer(presentationOf({ branding, languages }, {}), Object.fromEntries(files));
}

const bytesOf = ({ type, body, base64 }: BrandingFile) => ({
  type,
  body: Buffer.from(body, base64 ? 'base64' : 'utf8'),
});

const words = { organization: { en: 'Müller & Söhne' }, helpLine: { en: 'room 12' } };
const logoOf = (type: LogoType, base64: string) => ({
  type,
  base64,
  alternative: { en: 'A wave' },
});

describe.skipIf(!hasBrowser())("a customer's looks", () => {
  let browser: Browser;
  let page: Page;
  const open: PortalServer[] = [];
  const violations: string[] = [];
  const start = async (branding: Branding): Promise<PortalServer> => {
    const site = await served(branding);
    open.push(site);
    return site;
  };

  beforeAll(async () => {
    browser = await launchBrowser();
    page = await (await browser.newContext()).newPage();
    page.on('console', (message) => violations.push(message.text()));
    page.on('requestfailed', (request) => violations.push(`failed: ${request.url()}`));
    page.on('response', (response) => response.status() >= 400 && violations.push(response.url()));
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all(open.map((site) => site.close()));
  });

  test.each(COLOURS)('can be read everywhere, light and dark: $accent with $onAccent', async (colours) => {
    const site = await start({
      ...words,
      colours,
      logo: logoOf('image/png', pngOf(120, 40, colours.accent)),
    });
    for (const name of PAGES)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.goto(site.address(name));
        expect(await axeFindings(page, { only: CHECKED }), `${name}, ${colorScheme}`).toEqual([]);
      }
    expect(violations).toEqual([]);
  });

  test('colour the button and the banner as they say', async () => {
    const site = await start({ ...words, colours: { accent: '#b00020', onAccent: '#fff8e1' } });
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(site.address('claim'));
    const styleOf = (selector: string) =>
      page.locator(selector).evaluate((each) => {
        const { backgroundColor, color } = getComputedStyle(each);
        return { backgroundColor, color };
      });
    expect(await styleOf('button.main')).toEqual({
      backgroundColor: 'rgb(176, 0, 32)',
      color: 'rgb(255, 248, 225)',
    });
    expect(await styleOf('header')).toMatchObject({ backgroundColor: 'rgb(176, 0, 32)' });
  });

  test.each(LOGO_TYPES)('show a logo under the content security policy: %s', async (type) => {
    await page.goto('about:blank');
    const base64 = await page.evaluate(drawLogo, type);
    expect(imageSize(type, base64)).toEqual({ width: 60, height: 20 });
    const site = await start({ ...words, logo: logoOf(type, base64) });
    violations.length = 0;
    await page.goto(site.address('start'));
    expect(await page.locator('img.logo').evaluate(middleOf)).toEqual({ width: 60, height: 20, green: true });
    expect(await page.getByAltText('A wave').isVisible()).toBe(true);
    expect(violations).toEqual([]);
  });

  test('shrink a logo that is too large, and keep its shape', async () => {
    const site = await start({ ...words, logo: logoOf('image/png', pngOf(1600, 200, '#0b3d91')) });
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(site.address('start'));
    const box = await page.locator('img.logo').boundingBox();
    expect(box?.width).toBeLessThanOrEqual(200);
    expect((box?.width ?? 0) - 8).toBeCloseTo(((box?.height ?? 0) - 8) * 8, 0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});

/** Draws a green picture of 60 by 20 as an image of that type, in base64. Runs in the page. */
function drawLogo(type: string): string {
  const canvas = Object.assign(document.createElement('canvas'), { width: 60, height: 20 });
  const context = canvas.getContext('2d');
  if (context) context.fillStyle = '#00ff00';
  context?.fillRect(0, 0, 60, 20);
  return canvas.toDataURL(type).split(',')[1] ?? '';
}

/** The natural size of an image, and whether what is in its middle is green. Runs in the page. */
async function middleOf(image: Element) {
  if (!(image instanceof HTMLImageElement)) return undefined;
  await image.decode();
  const { naturalWidth: width, naturalHeight: height } = image;
  const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
  context?.drawImage(image, 0, 0);
  const [red = 255, green = 0, blue = 255] = context?.getImageData(width / 2, height / 2, 1, 1).data ?? [];
  return { width, height, green: red < 20 && green > 235 && blue < 20 };
}
