import { describe, expect, test } from 'vitest';
import { CATALOGS } from '../../portal/catalogs/catalogs.ts';
import { renderLetter } from '../../portal/messages.ts';
import { directionOf } from '../../portal/negotiate.ts';
import { EVERY_LETTER, NOTICES, TASKS } from './every-letter.ts';

const common = {
  organization: 'Smith & Sons',
  helpLine: '+44 20 7946 0123',
  address: 'reset.example.com/prod',
  at: Date.UTC(2026, 10, 22, 14, 5),
};

describe('a letter', () => {
  test.each(['recovery-code', 'confirm-address'] as const)(
    '%s has the code in its text and never in its subject',
    (kind) => {
      const { subject, text } = renderLetter({ ...common, kind, code: '12345678', minutes: 10 }, 'en');
      expect(text).toContain('code is 12345678\n');
      expect(text).toContain('10 minutes');
      expect(text).toContain('IT will never ask you for this code');
      expect(subject).toContain('Smith & Sons');
      expect(subject).not.toMatch(/\d/);
    },
  );

  test.each(NOTICES)('%s says when, for whom, and what to do if it was somebody else', (kind) => {
    const { subject, text } = renderLetter({ ...common, kind }, 'en');
    expect(text).toMatch(/November 22, 2026.*2:05\s?PM UTC/);
    expect(text).toContain('If it was not you, call +44 20 7946 0123 now.');
    expect(subject).toContain('Smith & Sons');
  });

  test.each(NOTICES)('%s has no link, and a subject of one line', (kind) => {
    const { subject, text } = renderLetter({ ...common, kind }, 'en');
    expect(text).not.toMatch(/https?:|www\./);
    expect(subject).not.toMatch(/[\r\n]/);
  });

  test.each(NOTICES)(
    '%s has the link to say so on a line of its own, and asks for nothing secret',
    (kind) => {
      const notMeLink = `/not-me/${'x'.repeat(43)}`;
      const { text } = renderLetter({ ...common, kind, notMeLink }, 'en');
      expect(text.split('\n')).toContain(`reset.example.com/prod${notMeLink}`);
      expect(text).toContain('Then call +44 20 7946 0123.');
    },
  );

  test.each(['registration-revoked', 'self-service-frozen', 'self-service-unfrozen'] as const)(
    '%s has a link only where it was given one',
    (kind) => {
      const notMeLink = `/lift-hold/${'x'.repeat(43)}`;
      expect(renderLetter({ ...common, kind }, 'en').text).not.toContain('reset.example.com');
      const { text } = renderLetter({ ...common, kind, notMeLink }, 'en');
      expect(text.split('\n')).toContain(`reset.example.com/prod${notMeLink}`);
      expect(text).not.toMatch(/[{}<>#]|undefined|\n\n\n/);
    },
  );

  test.each(TASKS)('%s says what to do where, and has no link', (kind) => {
    const { subject, text } = renderLetter({ ...common, kind, by: Date.UTC(2026, 11, 24) }, 'en');
    expect(text).toContain('go to reset.example.com/prod while you can sign in.');
    expect(text).toContain('If you have a question, call +44 20 7946 0123.');
    expect(text).not.toMatch(/https?:|www\./);
    expect(subject).toContain('Smith & Sons');
  });

  test('tells that a registration was revoked, when, and whom to ask; and not where, as anybody could write that', () => {
    const { text } = renderLetter({ ...common, kind: 'registration-revoked' }, 'en');
    expect(text).toMatch(/removed by an administrator on November 22, 2026.*2:05\s?PM UTC/);
    expect(text).toContain('If you have a question, call +44 20 7946 0123.');
    expect(text).not.toContain('reset.example.com');
  });

  test('asks to register again until a moment, which it names', () => {
    const { text } = renderLetter(
      { ...common, kind: 'register-again', by: Date.UTC(2026, 11, 24, 9, 30) },
      'de',
    );
    expect(text).toContain('gilt bis zum 24. Dezember 2026 um 09:30 UTC.');
  });

  test('does not claim more than is known', () => {
    const { subject, text } = renderLetter({ ...common, kind: 'password-may-have-changed' }, 'en');
    expect(subject).toContain('may have been changed');
    expect(text).toContain('could not confirm');
  });
});

describe.each(Object.keys(CATALOGS))('a letter in %s', (language) => {
  const written = EVERY_LETTER.map((kind) => ({
    kind,
    ...renderLetter({ ...common, kind, by: common.at, code: '12345678', minutes: 10 }, language),
  }));

  test('is whole: its values are filled in, and nothing of the format is left', () => {
    for (const { kind, subject, text } of written) {
      expect(`${subject}\n${text}`, kind).not.toMatch(/[{}<>#]|undefined|\n\n\n/);
      expect(subject, kind).toContain('Smith & Sons');
      if (kind !== 'confirm-address') expect(text, kind).toContain('+44 20 7946 0123');
    }
  });

  test('never has a code or a line break in its subject, and its code as digits to copy', () => {
    for (const { kind, subject } of written) expect(subject, kind).not.toMatch(/\d|[\r\n]/);
    const codes = written.filter(({ kind }) => kind === 'recovery-code' || kind === 'confirm-address');
    for (const { text } of codes) expect(text).toMatch(/(^|[\p{L} ：])12345678\n/mu);
  });

  test('keeps a telephone number in its own order, and marks nothing where that is the order anyway', () => {
    const marked = written.every(
      ({ kind, text }) => kind === 'confirm-address' || text.includes('\u2068+44 20 7946 0123\u2069'),
    );
    expect(marked).toBe(directionOf(language) === 'rtl');
    if (!marked) expect(written.map(({ text }) => text).join('')).not.toMatch(/[\u2066-\u2069]/);
  });
});
