import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { COOKIES } from '../../lambdas/http/cookies.ts';
import { type LocalLatchkey, type LocalOptions, startLocal } from '../../local/start-local.ts';
import { inspectorOf, NARROW } from '../support/inspector.ts';
import { type Visitor, visitorAt } from '../support/visitor.ts';

/** How long a journey may take where everything else is at work on the machine too; seconds, on an idle one. */
export const JOURNEY_MS = 120_000;

export type Variant = Pick<LocalOptions, 'directory' | 'store' | 'basePath' | 'policy' | 'outside'>;

/** Latchkey as `npm start` runs it, on any free port and in a folder of its own that goes when it stops. */
export async function running(variant: Variant = {}): Promise<LocalLatchkey> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'latchkey-journey-'));
  const forget = (): void => rmSync(dataFolder, { recursive: true, force: true });
  try {
    const latchkey = await startLocal({ ...variant, port: 0, dataFolder });
    return { ...latchkey, stop: () => latchkey.stop().finally(forget) };
  } catch (error) {
    forget();
    throw error;
  }
}

/** Somebody at a browser of their own. */
export interface Guest extends Visitor {
  /** Another tab of the same browser. */
  secondTab(): Promise<Visitor>;
  /** Closes the browser. Throws with everything that was wrong with the pages they met. */
  leave(): Promise<void>;
}

/** A visitor to a running Latchkey, on a screen 320 pixels wide; every page is looked at. */
export async function guestOf(
  browser: Browser,
  latchkey: LocalLatchkey,
  {
    scripts = true,
    seenByAxe,
    locale,
  }: {
    readonly scripts?: boolean;
    readonly seenByAxe?: Set<string>;
    /** What the browser says it reads (Accept-Language). Left out: somebody who picked English, whatever the directory prefers for them. */
    readonly locale?: string;
  } = {},
): Promise<Guest> {
  const context = await browser.newContext({
    javaScriptEnabled: scripts,
    viewport: NARROW,
    ...(locale !== undefined && { locale }),
  });
  const basePath = latchkey.url('').slice(latchkey.origin.length);
  if (locale === undefined)
    await context.addCookies([
      {
        name: COOKIES.language,
        value: 'en',
        domain: new URL(latchkey.origin).hostname,
        path: '/',
        secure: true,
        httpOnly: true,
        sameSite: 'Strict',
      },
    ]);
  const inspector = await inspectorOf(context, { origin: latchkey.origin, basePath, seenByAxe });
  const tab = async (): Promise<Visitor> =>
    visitorAt(await context.newPage(), latchkey.url, (page) => inspector.look(page));
  return {
    ...(await tab()),
    secondTab: tab,
    async leave() {
      const findings = await inspector.findings();
      await context.close();
      if (findings.length > 0) throw new Error(`on the pages that were met:\n${findings.join('\n')}`);
    },
  };
}
