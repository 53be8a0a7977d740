import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildCatalogs } from '../../portal/catalogs/build.ts';
import { CATALOGS, spoken, type Key } from '../../portal/catalogs/catalogs.ts';
import { renderText } from '../../portal/text-messages.ts';
import { renderLetter } from '../../portal/messages.ts';
import { phrases } from '../../portal/phrase.ts';
import { EVERY_LETTER } from './every-letter.ts';
import { EVERY_PAGE, frame } from './every-page.ts';

const PORTAL = new URL('../../portal/', import.meta.url);
const messages = Object.entries(CATALOGS['en'] ?? {}) as [Key, string][];
const SEEN_BY_NO_PAGE = /^problem\./;

describe('the catalogs', () => {
  test('are listed, and what is made of English is made of it as it is now; after a change run npm run catalogs', () => {
    for (const [name, text] of Object.entries(buildCatalogs()))
      expect(readFileSync(new URL(`catalogs/${name}`, PORTAL), 'utf8'), name).toBe(text);
    const files = readdirSync(new URL('catalogs/', PORTAL)).filter((name) => name.endsWith('.json'));
    expect(files.map((name) => name.slice(0, -'.json'.length)).sort()).toEqual(Object.keys(CATALOGS).sort());
  });

  test('have a sentence for each problem that needs no value: nobody is stranded by one that was not given', () => {
    const problems = messages.filter(([key]) => key.startsWith('problem.'));
    expect(problems.length).toBeGreaterThan(20);
    expect(problems.filter(([, message]) => /[{}<>]/.test(message)).map(([key]) => key)).toEqual([]);
  });

  test('have no text that is on no page and in no letter', () => {
    const everything = [...everyPage(), ...everyLetter()].join('\n');
    const unseen = messages
      .filter(([key]) => !SEEN_BY_NO_PAGE.test(key))
      .filter(([, message]) => !pieces(message).some((piece) => everything.includes(piece)));
    expect(unseen.map(([key]) => key)).toEqual([]);
  });

  test('have every key that the pages name', () => {
    const source = readdirSync(PORTAL, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(new URL(name, PORTAL), 'utf8'))
      .join('\n');
    const named = [...source.matchAll(/(?:\bt\(|richPhrase\(frame\.language, )'([^']+)'/g)].map(
      (match) => match[1],
    );
    const known = new Set<string>(messages.map(([key]) => key));
    expect(named.length).toBeGreaterThan(80);
    expect(named.filter((key) => key === undefined || !known.has(key))).toEqual([]);
  });
});

describe('a phrase', () => {
  test('is made without ICU where the message is plain', () => {
    expect(phrases('en')('layout.continue')).toBe('Continue');
  });

  test('fills its placeholders, and counts as its language does', () => {
    const t = phrases('en');
    expect(t('slow.lead', { minutes: 1 })).toContain('in 1 minute.');
    expect(t('slow.lead', { minutes: 2 })).toContain('in 2 minutes.');
    expect(() => t('slow.lead')).toThrow('minutes');
  });

  test('is English where there is no such language, and a made-up tag leaves nothing behind', () => {
    expect(phrases('tlh')).toBe(phrases('en'));
    expect(spoken('constructor')).toBe('en');
  });
});

function everyPage(): readonly string[] {
  const frames = [frame, { ...frame, demo: true, languages: ['en', 'fr'] }];
  return frames.flatMap((each) => EVERY_PAGE.map(({ html }) => html(each).replaceAll('&amp;', '&')));
}

function everyLetter(): readonly string[] {
  const common = {
    organization: 'Example',
    helpLine: '1',
    address: 'x',
    at: 0,
    by: 0,
    code: '12345678',
    minutes: 10,
  };
  const kinds = [...EVERY_LETTER, 'confirm-phone', 'new-password', 'new-password-perhaps'] as const;
  return kinds
    .flatMap((kind) => [
      { kind, ...common },
      { kind, ...common, notMeLink: '/not-me/token' },
    ])
    .flatMap((view) => [...Object.values(renderLetter(view, 'en')), renderText(view, 'en')]);
}

/** The longest text between placeholders, or the texts of the branches where there is nothing else. */
function pieces(message: string): readonly string[] {
  const own =
    message.split(/<\/?b>|\{\w+, plural, .*?\}\}|\{\w+\}/).sort((a, b) => b.length - a.length)[0] ?? '';
  return own.trim().length > 3 ? [own] : message.split(/[{}#]/).filter((piece) => piece.trim().length > 3);
}
