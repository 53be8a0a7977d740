import type { Browser, Locator, Page } from 'playwright-core';
import type { LocalLatchkey } from '../../local/start-local.ts';
import { member } from '../journeys/somebody.ts';
import { axeFindings } from '../support/axe.ts';
import { inspectorOf } from '../support/inspector.ts';

/** The narrowest screen the console is made for. */
const DESKTOP = { width: 1024, height: 800 };
const PATIENCE_MS = 15_000;
/** Screens by their headings: half of axe's time goes into colours, and those of a screen do not change with what is typed. */
const COLOURS_SEEN = new Set<string>();
/**
 * What the inspector tells that is no fault here: the API says no with its status, the logo lies in the page itself, and what nobody
 * waits for any more is broken off.
 */
const EXPECTED =
  /\/api\/admin\/\S+: status (401|409|422)$|src leads to data:image\/|^failed: \S+\/api\/admin\/\S+$/;

/** An administrator at the console, in a browser of their own. */
export interface AtConsole {
  readonly page: Page;
  /** Another window of the same browser, signed in as well. */
  window(): Promise<AtConsole>;
  /** Signs in on the page that is shown. */
  signIn(): Promise<void>;
  /** Goes to a place by its address. */
  goTo(place: string, heading: string): Promise<void>;
  /** Settles once the screen with that main heading is shown. */
  arrivesAt(heading: string): Promise<void>;
  follow(link: string): Promise<void>;
  press(button: string, within?: Locator): Promise<void>;
  type(label: string, text: string): Promise<void>;
  /** Ticks or unticks. */
  set(label: string, on: boolean): Promise<void>;
  /** Picks from a list that opens. */
  pick(label: string, option: string | RegExp): Promise<void>;
  /** Begins to type a name into a field that looks in the directory, and takes what is found. */
  find(label: string, beginning: string, option: string | RegExp): Promise<void>;
  /** The part of the page with that heading. */
  part(heading: string): Locator;
  /** What stands in the rows of the table with that title, a line each. */
  rows(table: string): Promise<readonly string[]>;
  /** What has the focus is called. */
  focused(): Promise<string>;
  /** Settles once that is said somewhere on the page. */
  reads(text: string | RegExp): Promise<void>;
  /** Settles once a screen reader was told that. */
  hears(text: string): Promise<void>;
  /** The open dialog. */
  dialog(): Locator;
  /** Puts the page, as it is now, to axe; what it finds is told by `leave`. */
  look(state: string): Promise<void>;
  /** Closes the browser. Throws with everything that was wrong with what was seen. */
  leave(): Promise<void>;
}

/** Somebody of the cast who signs in to the console of a running Latchkey; every response and policy report is looked at. */
export async function atConsole(
  browser: Browser,
  latchkey: LocalLatchkey,
  username: string,
  /** What is wrong on purpose in this test. */
  meant = /(?!)/,
): Promise<AtConsole> {
  const context = await browser.newContext({ viewport: DESKTOP, reducedMotion: 'reduce' });
  const basePath = latchkey.url('').slice(latchkey.origin.length);
  const inspector = await inspectorOf(context, { origin: latchkey.origin, basePath });
  const findings: string[] = [];
  const open = async (): Promise<AtConsole> => {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(latchkey.url('/console'));
    return administratorAt(page, {
      username,
      findings,
      open,
      look: (shown) => inspector.look(shown),
      async leave() {
        findings.push(
          ...(await inspector.findings()).filter((found) => !EXPECTED.test(found) && !meant.test(found)),
        );
        await context.close();
        if (findings.length > 0) throw new Error(`at the console:\n${findings.join('\n')}`);
      },
    });
  };
  const administrator = await open();
  await administrator.signIn();
  return administrator;
}

interface Around {
  readonly username: string;
  readonly findings: string[];
  readonly open: () => Promise<AtConsole>;
  readonly look: (page: Page) => Promise<void>;
  readonly leave: () => Promise<void>;
}

function administratorAt(page: Page, { username, findings, open, look, leave }: Around): AtConsole {
  const button = (name: string, within: Page | Locator = page) =>
    within.getByRole('button', { name, exact: true }).or(within.getByRole('link', { name, exact: true }));
  const field = (label: string) => page.getByLabel(label, { exact: true });
  const arrivesAt = (heading: string) =>
    page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
  return {
    page,
    window: open,
    arrivesAt,
    async signIn() {
      await field('User name').fill(username);
      await field('Password').fill(member(username).password);
      await button('Sign in').click();
      await button('Sign in').waitFor({ state: 'hidden' });
    },
    async goTo(place, heading) {
      await page.goto(`${page.url().split('#')[0] ?? ''}#/${place}`);
      await arrivesAt(heading);
    },
    follow: (link) => page.getByRole('link', { name: link, exact: true }).first().click(),
    press: (name, within) => button(name, within).first().click(),
    type: (label, text) => field(label).fill(text),
    set: (label, on) =>
      page.getByRole('checkbox', { name: label, exact: true }).setChecked(on, { force: true }),
    async pick(label, option) {
      await page.getByRole('button', { name: label }).click();
      await page.getByRole('option', { name: option }).first().click();
    },
    async find(label, beginning, option) {
      await page.getByRole('combobox', { name: label }).fill(beginning);
      await page.getByRole('option', { name: option }).first().click();
    },
    part: (heading) =>
      page
        .locator('div')
        .filter({ has: page.getByRole('heading', { name: heading }) })
        .last(),
    rows: async (table) =>
      (await page.getByRole('table', { name: table }).locator('tbody tr').allInnerTexts()).map((row) =>
        row.replace(/\s+/g, ' ').trim(),
      ),
    focused: () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''),
    reads: (text) => page.getByText(text).first().waitFor(),
    hears: (text) =>
      page.locator('[aria-live]').filter({ hasText: text }).first().waitFor({ state: 'attached' }),
    dialog: () => page.getByRole('dialog').filter({ visible: true }),
    async look(state) {
      await look(page);
      const screen = (await page.getByRole('heading').allInnerTexts()).join(' / ');
      const found = await axeFindings(page, COLOURS_SEEN.has(screen) ? { without: ['color-contrast'] } : {});
      COLOURS_SEEN.add(screen);
      findings.push(...found.map((what) => `${state}: ${what}`));
    },
    leave,
  };
}
