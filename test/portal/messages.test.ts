import { describe, expect, test } from 'vitest';
import { renderLetter, type LetterView } from '../../portal/messages.ts';

const common = {
  organization: 'Smith & Sons',
  helpDeskPhone: '+44 20 7946 0123',
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

  const notices: readonly Exclude<LetterView['kind'], 'recovery-code' | 'confirm-address'>[] = [
    'password-changed',
    'password-may-have-changed',
    'account-unlocked',
    'account-may-be-unlocked',
    'methods-changed',
  ];
  test.each(notices)('%s says when, for whom, and what to do if it was somebody else', (kind) => {
    const { subject, text } = renderLetter({ ...common, kind }, 'en');
    expect(text).toMatch(/November 22, 2026.*2:05\s?PM UTC/);
    expect(text).toContain('If it was not you, call +44 20 7946 0123 now.');
    expect(subject).toContain('Smith & Sons');
  });

  test.each(notices)('%s has no link, and a subject of one line', (kind) => {
    const { subject, text } = renderLetter({ ...common, kind }, 'en');
    expect(text).not.toMatch(/https?:|www\./);
    expect(subject).not.toMatch(/[\r\n]/);
  });

  test('does not claim more than is known', () => {
    const { subject, text } = renderLetter({ ...common, kind: 'password-may-have-changed' }, 'en');
    expect(subject).toContain('may have been changed');
    expect(text).toContain('could not confirm');
  });
});
