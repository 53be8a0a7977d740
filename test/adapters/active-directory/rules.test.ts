import { describe, expect, it } from 'vitest';
import { directoryReader } from '../../../adapters/active-directory/directory-reader.ts';
import { startLookAlike } from '../../../local/directory/look-alike.ts';
import { DOMAIN } from '../../../local/people.ts';
import { sambaInstalled } from '../../../local/samba/installed.ts';
import { accountOf, member } from '../../contracts/directory-person.ts';
import { ownSamba } from '../../directory/own-samba.ts';
import { fixed, settingsOf } from './ports-of.ts';

/** The rules for victor, as an account reads them that nobody gave rights on settings objects. */
async function asOrdinaryAccount(url: string, ca: string) {
  const { upn: username, password } = member('lena');
  const reader = directoryReader(settingsOf([url], ca), fixed({ username, password }));
  return reader.rules('CORP', await accountOf({ reader }, 'victor'));
}
const EXPECTED = { source: 'PSO-VIP', readable: false, ...DOMAIN.rules };

it('says when the rules that apply may not be read, and gives the domain’s instead', async () => {
  const lookAlike = await startLookAlike();
  expect(await asOrdinaryAccount(lookAlike.url, lookAlike.ca)).toEqual(EXPECTED);
  await lookAlike.stop();
});

describe.skipIf(!sambaInstalled())('Samba AD', () => {
  const samba = ownSamba();
  it('says so, too', async () => {
    const { urls, ca } = samba();
    expect(await asOrdinaryAccount(urls[0] ?? '', ca)).toEqual(EXPECTED);
  });
});
