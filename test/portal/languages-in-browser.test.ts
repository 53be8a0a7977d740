import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CATALOGS, catalogOf, LANGUAGE_FACTS } from '../../portal/catalogs/catalogs.ts';
import type { Frame } from '../../portal/pages.ts';
import { axeFindings } from '../support/axe.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { EVERY_LOOK, EVERY_PAGE, frame } from './every-page.ts';
import { startPortalServer, type PortalServer } from './portal-server.ts';

const ALL = Object.keys(CATALOGS);

/** The worst frame in a language: a stage in the path, a demo line, a picker of them all, big type. */
const worst = (language: string): Partial<Frame> => ({
  basePath: '/prod',
  demo: true,
  kiosk: true,
  languages: ALL,
  language,
  direction: LANGUAGE_FACTS[language]?.direction ?? 'ltr',
});

/** Colours are of the style sheet, whatever the language: `pages-in-browser` looks at them, in the light and in the dark. */
const ALL_BUT_COLOURS = { without: ['color-contrast'] };

describe.skipIf(!hasBrowser())('every portal page', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
    // `pages-in-browser` holds every page to its policy; here that would keep pages from being put in each other's place.
    const context = await browser.newContext({ viewport: { width: 320, height: 640 }, bypassCSP: true });
    page = await context.newPage();
  });
  afterAll(() => browser?.close());

  describe.each(ALL)('in %s', (language) => {
    const direction = LANGUAGE_FACTS[language]?.direction ?? 'ltr';
    let site: PortalServer;
    beforeAll(async () => {
      site = await startPortalServer(worst(language));
    });
    afterAll(() => site?.close());

    // One look at each page for all of it: loading is most of the work.
    test('has its language and direction, fits 320 pixels, and is accessible', async () => {
      const found: string[] = [];
      const { css, js, passkey } = site.assets;
      const assets = { css: css.name, js: js.name, passkey: passkey.name };
      const shown = { ...frame, ...worst(language), assets };
      // Style sheet and script come over the wire once; the pages themselves are put in their place.
      await page.goto(site.address(EVERY_PAGE[0]?.name ?? ''));
      for (const each of EVERY_PAGE) {
        await page.setContent(each.html(shown), { waitUntil: 'load' });
        const { lang, dir, picked, trouble } = await page.evaluate(look);
        expect({ lang, dir, picked }, each.name).toEqual({
          lang: language,
          dir: direction,
          picked: language,
        });
        const violations = EVERY_LOOK.includes(each) ? await axeFindings(page, ALL_BUT_COLOURS) : [];
        found.push(...[...trouble, ...violations].map((what) => `${each.name}: ${what}`));
      }
      expect(found).toEqual([]);
    }, 120_000);

    test('is all in that language', () => {
      const texts = Object.entries(catalogOf('en')).filter(([, text]) => /^[^{<]{10,}$/.test(text));
      const english = language === 'en' ? [] : texts.map(([, text]) => text.replaceAll('&', '&amp;'));
      const shown = { ...frame, ...worst(language) };
      const left = EVERY_PAGE.flatMap(({ name, html }) => {
        const document = html(shown);
        expect(document, name).not.toMatch(/undefined|\{\w+[,}]/);
        return english.filter((text) => document.includes(`>${text}<`)).map((text) => `${name}: ${text}`);
      });
      expect(left).toEqual([]);
    });
  });
});

/** What a page is like to look at. Runs in the page. */
function look() {
  const { lang, dir, scrollWidth } = document.documentElement;
  const seen = [...document.querySelectorAll<HTMLElement>('body *')].filter(
    (each) => each.checkVisibility() && !each.closest('.skip, .unseen, svg'),
  );
  const named = (what: string, { outerHTML }: HTMLElement): string => `${what}: ${outerHTML.slice(0, 120)}`;
  const box = (each: HTMLElement) => each.getBoundingClientRect();
  // To the left of a page from right to left nothing scrolls: it would only be gone.
  const outside = seen.filter((each) => box(each).left < -0.5 || box(each).right > innerWidth + 0.5);
  const small = seen
    .filter((each) => each.matches('a, button, input, select'))
    .filter((each) => Math.min(box(each).width, box(each).height) < 24);
  return {
    lang,
    dir,
    picked: document.querySelector<HTMLSelectElement>('#lang')?.value,
    trouble: [
      ...(scrollWidth > 320 ? [`${scrollWidth} pixels wide`] : []),
      ...outside.map((each) => named('outside', each)),
      ...small.map((each) => named('small', each)),
    ],
  };
}
