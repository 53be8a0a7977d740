import { describe, expect, it } from 'vitest';
import { MOST_MISTAKES } from '../../../../domain/administration/mistake.ts';
import { aDocument } from '../../../support/any-document.ts';
import { pngOf } from '../../../support/a-logo.ts';
import { anAudience, aQuestion, aUserConfiguration } from '../../../support/configured.ts';
import { found, mistakesIn } from './found.ts';

const branded = (changes: object) => ({ branding: { ...aDocument().branding, ...changes } });

describe('a document is refused before it can do harm', () => {
  it.each([
    'Example\nLtd',
    'Example\r\nBcc: all@example.com',
    'Example\tLtd',
    'Ex\u0000',
    'Ex\u2028',
    'Ex\ud800',
  ])('for a name no carrier takes in a subject, so that no letter would ever be sent: %j', (name) => {
    expect(found(branded({ organization: { en: name } }))).toEqual([
      'out-of-range /branding/organization/en',
    ]);
  });

  it('but not for marks that turn the direction, markup or emoji', () => {
    expect(found(branded({ organization: { en: '\u200fשלום\u200e & <b>"Sons\u2019" 💩' } }))).toEqual([]);
  });

  it('for a logo that unpacks to gigabytes in every visitor’s browser', () => {
    const logo = (width: number, height: number) => {
      const bytes = Buffer.from(pngOf(1, 1, '#0b5a50'), 'base64');
      bytes.writeUInt32BE(width, 16);
      bytes.writeUInt32BE(height, 20);
      return branded({
        logo: { type: 'image/png', base64: bytes.toString('base64'), alternative: { en: 'Us' } },
      });
    };
    expect(found(logo(2048, 2048))).toEqual([]);
    expect(found(logo(2049, 1))).toEqual(['logo-unfit /branding/logo/base64']);
    expect(found(logo(1, 100_000))).toEqual(['logo-unfit /branding/logo/base64']);
  });

  it('for more LDAP filters than the directory should judge for every name that anybody types', () => {
    const filtered = (count: number) => ({
      userConfigurations: Array.from({ length: count }, (_, i) =>
        aUserConfiguration(`c-${String(i)}`, {
          include: anAudience({ filter: `(department=${String(i)})` }),
        }),
      ),
    });
    expect(found(filtered(20))).toEqual([]);
    expect(found(filtered(21))).toEqual(['out-of-range /userConfigurations']);
  });

  it('for an id that answers by id would find without anybody having given one', () => {
    expect(found({ questions: [...aDocument().questions, aQuestion('constructor')] })).toContainEqual(
      expect.stringMatching(/^out-of-range \/questions\/\d+\/id$/),
    );
  });

  it('for a language tag longer than any', () => {
    const tag = `en-x-${'a'.repeat(8)}-${'b'.repeat(8)}-${'c'.repeat(8)}-${'d'.repeat(8)}`;
    expect(found(branded({ organization: { en: 'Example', [tag]: 'X' } }))).toEqual([
      `unknown-language /branding/organization/${tag}`,
    ]);
  });

  it('with no more mistakes than an answer has room for', () => {
    const texts = Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`no_${String(i)}`, 'X']));
    expect(mistakesIn(branded({ organization: { en: 'Example', ...texts } }))).toHaveLength(MOST_MISTAKES);
  });

  it('in time that grows with its size alone', () => {
    const units = Array.from({ length: 1_000 }, (_, i) => `OU=${String(i)},DC=corp`);
    const userConfigurations = Array.from({ length: 40 }, (_, i) =>
      aUserConfiguration(`c-${String(i)}`, { include: anAudience({ units }) }),
    );
    const groups = Array.from({ length: 1_000 }, (_, i) => ({
      id: `g-${String(i)}`,
      name: 'G',
      answer: 1,
      questions: ['pet'],
    }));
    const items = [
      ...groups.slice(0, 500).map(({ id }) => ({ group: id })),
      ...Array.from({ length: 500 }, (_, i) => ({ question: `q-${String(i)}` })),
    ];
    const began = performance.now();
    mistakesIn({ userConfigurations });
    mistakesIn({ groups, questionnaire: { ...aDocument().questionnaire, items } });
    // It took ten seconds when every OU was compared with every other, and every question with every group.
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});
