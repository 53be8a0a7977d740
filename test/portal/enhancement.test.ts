import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { directionOf } from '../../portal/negotiate.ts';
import { answersPage, answersSetupPage, claimPage } from '../../portal/pages.ts';
import { hasBrowser, launchBrowser } from '../support/browser.ts';
import { frame } from './every-page.ts';
import { startPortalServer, type PortalServer } from './portal-server.ts';

describe.skipIf(!hasBrowser())('a portal page in a browser', () => {
  let browser: Browser;
  let site: PortalServer;
  let page: Page;

  beforeAll(async () => {
    [browser, site] = await Promise.all([launchBrowser(), startPortalServer()]);
  });
  beforeEach(() => {
    site.posted.length = 0;
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const open = async (name: string, options: BrowserContextOptions = {}): Promise<void> => {
    page = await (await browser.newContext(options)).newPage();
    await page.goto(site.address(name));
  };
  const sent = (): URLSearchParams => new URLSearchParams(site.posted.at(-1)?.body);
  const posting = (): Promise<unknown> =>
    page.waitForResponse((response) => response.request().method() === 'POST');

  test('moves the focus to what is wrong, says so in the title, and leads from there to the field', async () => {
    await open('code: wrong');
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('problem');
    await page.click('#problem a');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('code');
    expect(await page.getAttribute('#code', 'aria-invalid')).toBe('true');
    expect(await page.getAttribute('#code', 'aria-describedby')).toBe('code-hint code-error');
  });

  test('leads to the field of a question whatever its identifier is', async () => {
    await open('answers set-up: two refused');
    await page.click('#problem li:last-child a');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('answer.first-teacher');
  });

  test('tells moments by the clock of the reader, in the language of the page', async () => {
    await open('action: a reset has to wait', { timezoneId: 'Asia/Tokyo' });
    expect(await page.textContent('time[data-moment]')).toBe('November 30, 2026 at 09:00 PM GMT+9');
    await open('action: a reset has to wait', { timezoneId: 'Asia/Tokyo', javaScriptEnabled: false });
    expect(await page.textContent('time[data-moment]')).toBe('November 30, 2026 at 12:00 PM UTC');
  });

  test('shows a password on request, and masks it before it is sent', async () => {
    await open('new password');
    await page.fill('#newPassword', 'Correct horse 7');
    const button = page.getByRole('button', { name: 'Show: New password' });
    await button.click();
    expect(await page.getAttribute('#newPassword', 'type')).toBe('text');
    expect(await page.getByRole('button', { name: 'Hide: New password' }).textContent()).toBe('Hide');
    await Promise.all([posting(), page.press('#newPassword', 'Enter')]);
    expect(await page.getAttribute('#newPassword', 'type')).toBe('password');
    expect(Object.fromEntries(sent())).toEqual({
      token: 'token-of-the-form',
      operation: 'operation-1',
      username: 'CORP\\maximiliane.von-und-zu-oberammergau-schulze',
      newPassword: 'Correct horse 7',
    });
  });

  test('ticks the rules while the new password is typed, and tells them after a pause', async () => {
    await open('new password');
    const met = page.locator('[data-rule][data-met]');
    await page.fill('#newPassword', 'abcdefghijkl');
    expect(await met.allTextContents()).toEqual(['At least 12 characters – done']);
    const status = page.getByRole('status');
    await status.filter({ hasText: /^Still needed: Three of these/ }).waitFor();
    await page.fill('#newPassword', 'Abcdefghijk1');
    expect(await met.count()).toBe(2);
    await status.filter({ hasText: 'Your new password meets the rules' }).waitFor();
    await page.fill('#newPassword', 'A');
    expect(await met.count()).toBe(0);
  });

  test('leaves a suggested password in sight, with its rules ticked, and masks it before it is sent', async () => {
    await open('new password: suggested');
    expect(await page.getAttribute('#newPassword', 'type')).toBe('text');
    expect(await page.locator('[data-rule][data-met]').count()).toBe(2);
    expect(await page.getByRole('button', { name: 'Hide: New password' }).isVisible()).toBe(true);
    await Promise.all([posting(), page.press('#newPassword', 'Enter')]);
    expect(await page.getAttribute('#newPassword', 'type')).toBe('password');
    expect(sent().get('newPassword')).toBe('KovaTisaBofuNemiLudaRepiSomaWetu-472');
    expect(sent().has('suggest')).toBe(false);
  });

  test('asks for a suggestion without sending what was typed', async () => {
    await open('new password');
    await page.fill('#newPassword', 'Correct horse 7');
    const [asked] = await Promise.all([
      page.waitForRequest((request) => request.url().includes('suggest')),
      page.getByRole('button', { name: 'Suggest a password' }).click(),
    ]);
    expect(asked.method()).toBe('GET');
    expect(new URL(asked.url()).search).toBe('?suggest=yes');
    expect(new URL(asked.url()).pathname).toBe('/recover/reset');
  });

  test('sends a change, and no wish for a suggestion, with the Enter key', async () => {
    await open('change');
    await page.fill('#username', 'jo');
    await page.fill('#currentPassword', 'Correct horse 7');
    await page.fill('#newPassword', 'Correct horse 8');
    await Promise.all([posting(), page.press('#newPassword', 'Enter')]);
    expect(sent().has('suggest')).toBe(false);
  });

  test('sends a form once, however often its button is pressed', async () => {
    await open('claim');
    await page.fill('#username', 'alice');
    await Promise.all([posting(), page.dblclick('main button')]);
    expect(await page.textContent('main button')).toBe('Please wait…');
    await page.locator('main button').dispatchEvent('click');
    await page.evaluate(() => fetch('/page/0'));
    expect(site.posted).toEqual([{ path: '/recover', body: 'token=token-of-the-form&username=alice' }]);
  });

  test('sends the button that was pressed, too', async () => {
    await open('e-mail set-up: company');
    await Promise.all([posting(), page.getByRole('button', { name: 'Use it anyway' }).click()]);
    expect(sent().get('anyway')).toBe('yes');
  });

  test('sends a pasted code in plain digits', async () => {
    await open('code');
    await page.fill('#code', ' １２３４ 56-78 ');
    await Promise.all([posting(), page.press('#code', 'Enter')]);
    expect(sent().get('code')).toBe('12345678');
  });

  test('does all of it without scripts: nothing that needs one is shown', async () => {
    await open('new password', { javaScriptEnabled: false });
    expect(await page.getByRole('button').allTextContents()).toEqual([
      'Save new password',
      'Suggest a password',
    ]);
    await page.fill('#newPassword', 'Correct horse 7');
    await Promise.all([posting(), page.getByRole('button', { name: 'Save new password' }).click()]);
    expect(sent().get('newPassword')).toBe('Correct horse 7');
  });

  test('gives back what was typed exactly, and runs none of it', async () => {
    const typed = `</title><script>window.ran=1</script>&amp;"'<b>\u200Fשלום\u200E 👩‍🚀`;
    const body = claimPage({ ...frame, organization: typed }, { username: typed });
    page = await (await browser.newContext()).newPage();
    await page.route('**/typed', (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
    await page.goto(`${site.origin}/typed`);
    expect(await page.inputValue('#username')).toBe(typed);
    expect(await page.title()).toContain(typed);
    expect(await page.locator('.home bdi').textContent()).toBe(typed);
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  });

  const AWKWARD = [
    'Cats & dogs: what’s "the" <b>first</b> \'pet\' you had?',
    '50 % of {minutes, plural, other {#}} & &amp; &#39; </label></select><script>window.ran=1</script>',
    '\u200Fמה שמך?\u200E 👩‍🚀🇫🇷 e\u0301 – \u202Eabc\u202C',
  ];
  const awkward = AWKWARD.map((text, index) => ({ id: `q-${index}`, text, language: 'en' }));

  test.each(['en', 'ar'])('shows a question in %s as it was typed, wherever it stands', async (language) => {
    const words = { ...frame, language, direction: directionOf(language) };
    const some = awkward.map((each) => ({ ...each, minimumLength: 3 }));
    const group = { kind: 'group', group: 'g', answer: 1, questions: some, chosen: ['q-1'] } as const;
    page = await (await browser.newContext()).newPage();
    const show = async (body: string) => {
      await page.route('**/typed', (route) =>
        route.fulfill({ body, contentType: 'text/html; charset=utf-8' }),
      );
      await page.goto(`${site.origin}/typed`);
    };
    await show(answersPage(words, { questions: awkward, masked: true, minutesLeft: 15 }));
    expect(await page.locator('main label').allTextContents()).toEqual(AWKWARD);
    const button = page.locator('button[data-shows="answer.q-1"]');
    expect(await button.getAttribute('data-show-label')).toContain(AWKWARD[1]);
    await show(answersSetupPage(words, { parts: [group], masked: false }));
    expect((await page.locator('main option').allTextContents()).slice(1)).toEqual(AWKWARD);
    expect(await page.locator('main select').inputValue()).toBe('q-1');
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  });
});
