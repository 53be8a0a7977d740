import { describe, expect, it } from 'vitest';
import type { PhoneNumbers } from '../../domain/ports/phone-numbers.ts';

/** What every reader of telephone numbers promises. */
export function phoneNumbersContract(name: string, make: () => PhoneNumbers): void {
  describe(`${name} keeps the promises of a reader of telephone numbers`, () => {
    it.each([
      ['+44 7400 123456', 'GB'],
      ['07400 123456', 'GB'],
      ['07400-123456', 'GB'],
      ['(07400) 123 456', 'GB'],
      ['0044 7400 123456', 'GB'],
      ['+44 (0) 7400 123456', 'GB'],
      ['+447400123456', 'US'],
      ['+447400123456', 'nowhere'],
      ['０７４００ １２３４５６', 'GB'],
      ['  +44 7400 123456\n', 'GB'],
    ])('reads %j, typed in %s, as the number it is', async (typed, country) => {
      expect(await make().read(typed, country)).toEqual({
        number: '+447400123456',
        country: 'GB',
        callingCode: '44',
      });
    });

    it.each([
      ['+49 170 1234567', 'DE', '49'],
      // In North America nobody can see whether a number is of a mobile phone.
      ['+1 202 555 0143', 'US', '1'],
      ['+1 416 555 0143', 'CA', '1'],
      // Of its own country, though it is called like Britain.
      ['+44 7911 123456', 'GG', '44'],
    ])('tells which country %s is of', async (typed, country, callingCode) => {
      expect(await make().read(typed, 'FR')).toMatchObject({ country, callingCode });
    });

    it.each([
      ['a fixed line', '+49 30 123456'],
      ['a premium number', '+44 9098 790000'],
      ['a satellite', '+881 6 2341 2345'],
      ['no country’s', '+999 1234567'],
      ['too short', '+44 7400 1'],
      ['too long', '+44 7400 123456 7890'],
      ['an extension', '+44 7400 123456 ext. 7'],
      ['words', 'call +44 7400 123456 now'],
      ['two numbers', '+44 7400 123456 / +44 7400 654321'],
      ['an address', 'jo@example.com'],
      ['nothing', ''],
      ['an endless one', '+44 7400 123456'.padEnd(10_000, ' ')],
    ])('takes no text to %s', async (_what, typed) => {
      expect(await make().read(typed, 'GB')).toBeUndefined();
    });

    it('does not guess a country where none is known', async () => {
      expect(await make().read('07400 123456', 'nowhere')).toBeUndefined();
    });
  });
}
