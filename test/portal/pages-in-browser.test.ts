import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { EVERY_LOOK, EVERY_PAGE, frame } from './every-page.ts';
import { startPortalServer, type PortalServer } from './portal-server.ts';

const BUDGET = 15 * 1024;

describe.skipIf(!hasBrowser())('every portal page', () => {
  let browser: Browser;
  let page: Page;
  // The worst frame: a stage in the path, a demo line, a picker, big type.
  let site: PortalServer;
  const violations: string[] = [];

  beforeAll(async () => {
    [browser, site] = await Promise.all([
      launchBrowser(),
      startPortalServer({ basePath: '/prod', demo: true, kiosk: true, languages: ['en', 'fr'] }),
    ]);
    page = await (await browser.newContext()).newPage();
    await page.exposeFunction('reportViolation', (what: string) => violations.push(what));
    await page.addInitScript(watchPolicy);
    page.on('pageerror', (error) => violations.push(error.message));
    page.on('requestfailed', (request) => violations.push(`failed: ${request.url()}`));
    page.on(
      'response',
      (response) => response.status() >= 400 && violations.push(`missing: ${response.url()}`),
    );
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  test.each(EVERY_LOOK)(
    '$name: accessible, light and dark, and true to the content security policy',
    async ({ name }) => {
      violations.length = 0;
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(site.address(name));
      expect(await axeFindings(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await axeFindings(page, { only: ['color-contrast'] })).toEqual([]);
      expect(violations).toEqual([]);
    },
  );

  test.each(EVERY_PAGE)('$name: fits 320 pixels, and everything to press is big enough', async ({ name }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(site.address(name));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await page.evaluate(smallTargets)).toEqual([]);
  });

  test.each(EVERY_PAGE)('$name: weighs less than 15 KB with all it loads', ({ html }) => {
    const { css, js } = site.assets;
    const weight = [html(frame), css.body, js.body].reduce((sum, body) => sum + gzipSync(body).length, 0);
    expect(weight).toBeLessThan(BUDGET);
  });
});

/** Runs in the page before anything of it. */
function watchPolicy(): void {
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    Reflect.apply(Reflect.get(window, 'reportViolation'), window, [`${effectiveDirective} ${blockedURI}`]);
  });
}

/** What can be pressed and is smaller than 24 pixels in one direction (WCAG 2.2, 2.5.8). Runs in the page. */
function smallTargets(): string[] {
  return [...document.querySelectorAll<HTMLElement>('a, button, input, select')]
    .filter((each) => each.checkVisibility() && !each.classList.contains('skip'))
    .filter((each) => Math.min(each.getBoundingClientRect().width, each.getBoundingClientRect().height) < 24)
    .map(({ outerHTML }) => outerHTML);
}
