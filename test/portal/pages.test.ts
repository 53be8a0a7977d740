import { describe, expect, test } from 'vitest';
import * as pages from '../../portal/pages.ts';
import { actionView, EVERY_PAGE, frame, questions } from './every-page.ts';

describe.each(EVERY_PAGE)('the page "$name"', ({ html }) => {
  const document = html({ ...frame, basePath: '/prod' });

  test('asks for nothing outside the path it is served under', () => {
    const addresses = [...document.matchAll(/(?:href|src|action)="([^"]*)"/g)].map((match) => match[1] ?? '');
    expect(addresses.length).toBeGreaterThan(3);
    // But for the identity provider, which people are led to.
    const ours = /^(\/prod\/(?!\/)|#|tel:|otpauth:|data:,$|https:\/\/login\.example\.com\/)/;
    expect(addresses.filter((each) => !ours.test(each))).toEqual([]);
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
      pages
        .codePage(frame, { method: 'email-code', by: 'email', username, minutes: 10 })
        .replaceAll(username, '');
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

  test('offers no unlock where it would not help, and says why', () => {
    const page = (changes: Parameters<typeof actionView>[0]) => pages.actionPage(frame, actionView(changes));
    expect(page({})).toContain('action="/recover/unlock"');
    expect(page({ account: { locked: false } })).not.toContain('/recover/unlock');
    const expired = page({ account: { password: 'expired' }, unlock: { because: 'password-expired' } });
    expect(expired).not.toContain('/recover/unlock');
    expect(expired).toContain('Your account is locked and your password has expired.');
    expect(expired).toContain('Unlocking alone would not let you sign in');
    expect(expired).toContain('Create a new password to sign in again.');
    expect(page({ unlock: 'not-offered', reset: 'not-offered' })).toContain('nothing you can change here');
  });

  test('says what comes with an unlock where the password has expired', () => {
    const page = pages.actionPage(frame, actionView({ account: { password: 'must-change' } }));
    expect(page).toContain('I will have to change it when I sign in.');
  });

  test('says when a reset is possible again, in the language of the page and for the clock of the reader', () => {
    const until = Date.UTC(2026, 10, 30, 9, 5);
    const page = (language: string) =>
      pages.actionPage({ ...frame, language }, actionView({ reset: { because: 'minimum-age', until } }));
    expect(page('en')).toContain('<time datetime="2026-11-30T09:05:00.000Z" data-moment');
    expect(page('en')).toContain('November 30, 2026 at 09:05 AM UTC');
    expect(page('de')).toContain('30. November 2026 um 09:05 UTC');
    expect(page('en')).not.toContain('/recover/reset');
    expect(page('en')).toContain('action="/recover/unlock"');
  });

  test('says that an unlock comes first where a reset has to wait for it', () => {
    const page = pages.actionPage(frame, actionView({ reset: { because: 'locked' } }));
    expect(page).toContain('once your account is unlocked');
    expect(page).not.toContain('/recover/reset');
  });

  test('says nothing can be done only where nothing can', () => {
    const both = {
      unlock: { because: 'password-expired' },
      reset: { because: 'locked', until: Date.UTC(2026, 10, 30) },
    } as const;
    expect(pages.actionPage(frame, actionView(both))).toContain('nothing you can change here');
    expect(pages.actionPage(frame, actionView({ ...both, reset: 'missing' }))).not.toContain(
      'nothing you can',
    );
    expect(pages.actionPage(frame, actionView({ reset: { because: 'locked' } }))).not.toContain(
      'nothing you can',
    );
  });

  test('says since when and for how long an account is locked, what ends soon, and closed hours', () => {
    const at = (day: number) => Date.UTC(2026, 10, day, 8);
    const page = pages.actionPage(
      frame,
      actionView({
        account: {
          lockedSince: at(1),
          lockEndsAt: at(2),
          password: 'expires-soon',
          passwordExpiresAt: at(3),
          accountExpiresAt: at(4),
          outsideLogonHours: true,
        },
      }),
    );
    for (const says of [
      /locked since <time datetime="2026-11-01/,
      /ends by itself on <time datetime="2026-11-02/,
      /password expires on <time datetime="2026-11-03/,
      /account ends on <time datetime="2026-11-04/,
      /only at certain hours/,
    ])
      expect(page).toMatch(says);
    const plain = pages.actionPage(frame, actionView());
    expect(plain).not.toMatch(/<time|certain hours/);
  });

  test('an unlock that leaves an expired password says so', () => {
    const done = { action: 'unlock', couldAddMethod: false, uncertain: false } as const;
    expect(pages.donePage(frame, done)).toContain('Sign in with the password you already have.');
    expect(pages.donePage(frame, { ...done, passwordExpired: true })).toContain(
      'Your password still has to be changed',
    );
    expect(pages.donePage(frame, { ...done, action: 'reset', passwordExpired: true })).not.toContain(
      'still has to be changed',
    );
  });
});
