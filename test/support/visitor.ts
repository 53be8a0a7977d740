import type { Page } from 'playwright-core';

/** Somebody at a browser: reads headings and labels, clicks what has a name, and waits until the next page is there. */
export interface Visitor {
  readonly page: Page;
  /** Types an address of the site into the bar; `path` without the base path. */
  open(path: string): Promise<void>;
  /** Follows the link of that name. */
  follow(link: string | RegExp): Promise<void>;
  /** Presses the button of that name, and is taken to the next page. */
  press(button: string): Promise<void>;
  /** Types into the field of that label; `beside` names the button of its form, where one label comes twice. */
  type(label: string, text: string, beside?: string): Promise<void>;
  back(): Promise<void>;
  reload(): Promise<void>;
  /** Settles when the page with that heading is there, also after it refreshed itself. Throws with what is there instead. */
  arrivesAt(heading: string): Promise<void>;
  /** What stands on the page, without the banner and the help line. */
  text(): Promise<string>;
}

const PATIENCE_MS = 15_000;

/**
 * Sits down before `page`; `address` makes an address of a path, and `look` sees every page that is arrived at. A click is
 * over before the next page is there, with or without scripts: each step waits for the load it leads to.
 */
export function visitorAt(
  page: Page,
  address: (path: string) => string,
  look: (page: Page) => Promise<void> = () => Promise.resolve(),
): Visitor {
  page.setDefaultTimeout(PATIENCE_MS);
  const arriving = async (act: () => Promise<unknown>): Promise<void> => {
    await Promise.all([page.waitForEvent('load'), act()]);
    await look(page);
  };
  const text = (): Promise<string> => page.locator('main').innerText();
  return {
    page,
    text,
    open: (path) => arriving(() => page.goto(address(path))),
    follow: (link) => arriving(() => page.getByRole('link', { name: link }).click()),
    press: (button) => arriving(() => page.getByRole('button', { name: button }).click()),
    async type(label, typed, beside) {
      const form = page.locator('form');
      const where = beside ? form.filter({ has: page.getByRole('button', { name: beside }) }) : page;
      await where.getByLabel(label, { exact: true }).fill(typed);
    },
    back: () => arriving(() => page.goBack()),
    reload: () => arriving(() => page.reload()),
    async arrivesAt(heading) {
      try {
        await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
      } catch (cause) {
        throw new Error(`expected “${heading}”; ${page.url()} reads: ${await text()}`, { cause });
      }
    },
  };
}
