import type { BrowserContext, Page, Response } from 'playwright-core';
import { axeFindings } from './axe.ts';

const COOKIE = /^__Host-latchkey-[a-z]+=[^;]*; Path=\/; Secure; HttpOnly; SameSite=Strict(; Max-Age=\d+)?$/;
/** Narrow enough to be a telephone at 400 % zoom (WCAG 2.2, 1.4.10). */
export const NARROW = { width: 320, height: 640 };

export interface Inspector {
  /** Looks at a page that has loaded. */
  look(page: Page): Promise<void>;
  /** What was wrong so far, each in a sentence. */
  findings(): Promise<readonly string[]>;
}

export interface InspectedSite {
  readonly origin: string;
  readonly basePath: string;
  /** Pages axe has seen, by address and title; those that are not among them are put to it (it needs scripts). Without it none is. */
  readonly seenByAxe?: Set<string> | undefined;
}

/**
 * Watches everything a browser context loads: what the pages' policy refuses, what the console complains of, headers,
 * cookies, and that all of it is the site's own, below its base path. Made before the context's first page.
 */
export async function inspectorOf(context: BrowserContext, site: InspectedSite): Promise<Inspector> {
  const findings: string[] = [];
  const underway: Promise<void>[] = [];
  await context.exposeFunction('reportViolation', (what: string) => findings.push(`policy: ${what}`));
  await context.addInitScript(watchPolicy);
  context.on('response', (response) =>
    underway.push(
      findingsOf(response, site).then(
        (found) => void findings.push(...found),
        // The browser was closed over an answer: whoever has left no longer reads this.
        (cause: unknown) => void findings.push(`unread: ${response.url()}: ${String(cause)}`),
      ),
    ),
  );
  context.on('requestfailed', (request) => findings.push(`failed: ${request.url()}`));
  context.on('weberror', (error) => findings.push(`script: ${error.error().message}`));
  context.on('console', (message) => {
    // Of a page that says no with its status; of anything else findingsOf tells.
    if (message.text().startsWith('Failed to load resource')) return;
    if (['error', 'warning'].includes(message.type())) findings.push(`console: ${message.text()}`);
  });
  return {
    async look(page) {
      const where = `${new URL(page.url()).pathname} “${await page.title()}”`;
      const { origin, basePath, seenByAxe } = site;
      const found = await page.evaluate(lookAround, { origin, basePath });
      if (seenByAxe?.has(where) === false) found.push(...(await axeFindings(page)));
      seenByAxe?.add(where);
      findings.push(...found.map((what) => `${where}: ${what}`));
    },
    async findings() {
      await Promise.all(underway);
      return findings;
    },
  };
}

async function findingsOf(response: Response, { origin, basePath }: InspectedSite): Promise<string[]> {
  const url = response.url();
  if (url.startsWith('data:')) return [];
  const at = (what: string): string => `${response.request().method()} ${url}: ${what}`;
  if (!url.startsWith(`${origin}${basePath}`)) return [at('is elsewhere')];
  const found: string[] = [];
  if (response.status() >= 400 && response.request().resourceType() !== 'document')
    found.push(at(`status ${response.status()}`));
  const headers = await response.headersArray();
  for (const { name, value } of headers) {
    if (/^set-cookie$/i.test(name))
      found.push(
        ...value
          .split('\n')
          .filter((one) => !COOKIE.test(one))
          .map(at),
      );
    if (/^location$/i.test(name) && !value.startsWith(`${basePath}/`)) found.push(at(`leads to ${value}`));
  }
  const policy = headers.find(({ name }) => name.toLowerCase() === 'content-security-policy')?.value;
  if (policy?.startsWith("default-src 'none'; script-src 'self'") !== true) found.push(at('has no policy'));
  return found;
}

/** Runs in the page before anything of it. */
function watchPolicy(): void {
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    Reflect.apply(Reflect.get(window, 'reportViolation'), window, [`${effectiveDirective} ${blockedURI}`]);
  });
}

/** Runs in the page: what leads out of the base path, and what does not fit. */
function lookAround({ origin, basePath }: InspectedSite): string[] {
  const found: string[] = [];
  for (const element of document.querySelectorAll('[href], [action], [src], [formaction]'))
    for (const name of ['href', 'action', 'src', 'formaction']) {
      const value = element.getAttribute(name);
      if (value === null || /^(#|tel:|otpauth:|data:,)/.test(value)) continue;
      const { href } = new URL(value, location.href);
      if (!href.startsWith(`${origin}${basePath}/`)) found.push(`${name} leads to ${value}`);
    }
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) found.push(`${scrollWidth - clientWidth} pixels too wide`);
  return found;
}
