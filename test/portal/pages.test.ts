import { describe, expect, test } from 'vitest';
import * as pages from '../../portal/pages.ts';
import { EVERY_PAGE, frame, questions } from './every-page.ts';

describe.each(EVERY_PAGE)('the page "$name"', ({ html }) => {
  const document = html({ ...frame, basePath: '/prod' });

  test('asks for nothing outside the path it is served under', () => {
    const addresses = [...document.matchAll(/(?:href|src|action)="([^"]*)"/g)].map((match) => match[1] ?? '');
    expect(addresses.length).toBeGreaterThan(3);
    expect(addresses.filter((each) => !/^(\/prod\/(?!\/)|#|tel:|data:,$)/.test(each))).toEqual([]);
  });

  test('has no script, style or handler in it', () => {
    expect(document).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:|<script(?! type="module" src=)/i);
  });

  test('carries the token in every form that posts, and nothing else hidden goes by GET', () => {
    const forms = [...document.matchAll(/<form method="post".*?<\/form>/gs)].map(([form]) => form);
    expect(forms.filter((form) => !form.includes('name="token" value="token-of-the-form"'))).toEqual([]);
  });

  test('limits no length and asks for nothing twice', () => {
    expect(document).not.toContain('maxlength');
    const names = [...document.matchAll(/<input (?!type="hidden")[^>]*name="([^"]+)"/g)].map(
      (match) => match[1],
    );
    expect(new Set(names).size).toBe(names.length);
  });

  test('has its language, its direction, and the help desk at its end', () => {
    expect(document).toMatch(/^<!doctype html><html lang="en" dir="ltr">/);
    expect(document).toMatch(/<\/main><footer>.*\+44 20 7946 0123.*<\/footer><\/body><\/html>$/s);
  });
});

describe('the pages before proof', () => {
  test('say the same for every name but the name', () => {
    const page = (username: string) =>
      pages.codePage(frame, { username, minutes: 10 }).replaceAll(username, '');
    expect(page('alice')).toBe(page('nobody.at.all'));
  });

  test('never say which answer was wrong', () => {
    const html = pages.answersPage(frame, {
      questions,
      masked: true,
      minutesLeft: 15,
      triesLeft: 3,
      problem: { code: 'answers-wrong' },
    });
    expect(html).not.toContain('aria-invalid');
  });
});

describe('a page', () => {
  test('says that it is a demo when it is one, and not when it is none', () => {
    expect(pages.startPage({ ...frame, demo: true })).toContain('This is a demo');
    expect(pages.startPage(frame)).not.toContain('This is a demo');
  });

  test('marks text in another language as such', () => {
    expect(pages.answersPage(frame, { questions, masked: true, minutesLeft: 15 })).toContain(
      '<label for="answer.childhood-street" lang="de" dir="ltr">',
    );
  });

  test('offers the languages there are, each in its own, and leads back to itself', () => {
    const html = pages.claimPage({ ...frame, basePath: '/prod', path: '/recover', languages: ['en', 'ar'] });
    expect(html).toContain('method="get" action="/prod/recover"');
    expect(html).toContain('<option value="ar" lang="ar" dir="rtl">');
    expect(pages.claimPage(frame)).not.toContain('name="lang"');
  });

  test('asks a shared machine not to offer the last name', () => {
    expect(pages.claimPage(frame)).toContain('autocomplete="username"');
    expect(pages.claimPage({ ...frame, kiosk: true })).not.toContain('autocomplete="username"');
  });

  test('makes a link only of what can be dialled', () => {
    expect(pages.startPage(frame)).toContain('href="tel:+442079460123"');
    expect(pages.startPage({ ...frame, helpLine: 'ext. 4357 or the front desk' })).not.toContain('tel:');
  });

  test('tells password generators the rules in force', () => {
    const rules = { minimumLength: 14, complexity: true, history: 0 };
    expect(pages.newPasswordPage(frame, { username: 'alice', rules, operation: 'o' })).toContain(
      'passwordrules="minlength: 14; required: lower; required: upper; required: digit;"',
    );
  });

  test('offers no unlock where it would not help', () => {
    const page = (view: Partial<pages.ActionView>) =>
      pages.actionPage(frame, {
        locked: true,
        passwordExpired: false,
        unlock: 'allowed',
        reset: 'allowed',
        operation: 'o',
        ...view,
      });
    expect(page({})).toContain('action="/recover/unlock"');
    expect(page({ locked: false })).not.toContain('/recover/unlock');
    expect(page({ passwordExpired: true })).not.toContain('/recover/unlock');
    expect(page({ unlock: 'not-offered', reset: 'not-offered' })).toContain('nothing you can change here');
  });
});
