import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { ADMINISTRATORS } from '../../local/cast/administrators.ts';
import { DOMAIN } from '../../local/people.ts';
import { ROLES, type Role } from '../../domain/policy/configuration-document.ts';
import type { LocalLatchkey } from '../../local/start-local.ts';
import { JOURNEY_MS, running } from '../journeys/running.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { atConsole, type AtConsole } from './at-console.ts';

/** The screens belong to a program of their own, with another JSX: this one reads them as data. */
const SCREENS_FILE = '../../console/screens.ts';
const { SCREENS } = z.parse(
  z.object({
    SCREENS: z
      .array(z.object({ path: z.string(), title: z.string(), roles: z.array(z.enum(ROLES)) }))
      .check(z.minLength(1)),
  }),
  await import(SCREENS_FILE),
);
const DESKTOP = { width: 1280, height: 900 };

/** Who of the cast has a role. */
const whoIs = (role: Role): string => {
  const group = DOMAIN.roleGroups[role];
  return ADMINISTRATORS.find(({ groups }) => groups.includes(group))?.username ?? '';
};

/** Waits until nothing of the screen is loading or being counted any more. */
const settled = (page: Page): Promise<void> =>
  page
    .locator('[class*="awsui_spinner"], [class*="awsui_status-loading"], [class*="awsui_status-in-progress"]')
    .first()
    .waitFor({ state: 'detached' });

async function seen(at: AtConsole, path: string, title: string, heading: string): Promise<void> {
  await at.goTo(path, heading);
  await expect.poll(() => at.page.title(), { timeout: 15_000 }).toBe(`${title} – Latchkey console`);
  await settled(at.page);
  expect(await at.page.getByRole('heading', { level: 1 }).count(), path).toBe(1);
}

describe.skipIf(!hasBrowser())(
  'every screen of the console',
  () => {
    let browser: Browser;
    let latchkey: LocalLatchkey;
    let somebody: AtConsole | undefined;
    beforeAll(async () => {
      [browser, latchkey] = await Promise.all([launchBrowser(), running()]);
      await Promise.all([latchkey.runDoctor(), latchkey.runPreFlight()]);
    });
    afterEach(() => somebody?.leave());
    afterAll(() => Promise.all([browser?.close(), latchkey?.stop()]));

    test.each(ROLES)(
      'is there for %s or refused, as it says, without a finding of axe and of its policy',
      async (role) => {
        const at = (somebody = await atConsole(browser, latchkey, whoIs(role)));
        await at.page.setViewportSize(DESKTOP);
        const theirs = SCREENS.filter(({ roles }) => roles.includes(role));
        const links = at.page.getByRole('navigation', { name: 'Screens' }).getByRole('link');
        await links.first().waitFor();
        expect(await links.allInnerTexts()).toEqual(['Latchkey', ...theirs.map(({ title }) => title)]);
        for (const { path, title } of theirs) {
          await seen(at, path, title, title);
          await at.look(`${path}, as ${role}`);
        }
        for (const { path, title } of SCREENS.filter((screen) => !theirs.includes(screen)))
          await seen(at, path, title, 'Your role does not include this screen');
        // What is refused is one and the same page.
        if (theirs.length < SCREENS.length) await at.look(`what is refused, as ${role}`);
      },
    );
  },
  JOURNEY_MS,
);
