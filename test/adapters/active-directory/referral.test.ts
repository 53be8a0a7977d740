import { describe, expect, it } from 'vitest';
import { startLookAlike } from '../../../local/directory/look-alike.ts';
import { portsOf, settingsOf } from './ports-of.ts';
import { present } from './present.ts';
import { ALICE, wired } from './wired.ts';

const { lookAlike, at, alice } = wired();

describe('a referral', () => {
  it('of a change is not followed: nothing was done, and that is known at once', async () => {
    const account = await alice();
    const { repairs, passwords } = at([lookAlike().url]);
    const answers = await repairs.at(account.person, async (bench) => {
      lookAlike().misbehave('refer');
      return [await present(bench).reset('Brand-New-Secret-71'), await present(bench).unlock()];
    });
    const refused = { kind: 'refused', reason: 'not-executed' };
    expect(answers).toEqual([refused, refused]);
    const change = { from: 'Copper-Kettle-17', to: 'Brand-New-Secret-71' };
    const here = { ...account, domainController: lookAlike().url };
    expect(await passwords.changePassword(here, change)).toEqual(refused);
    expect(lookAlike().isPassword('alice', 'Copper-Kettle-17')).toBe(true);
    expect(lookAlike().counts().modifies).toBe(3);
  });

  it('of a search is not followed, is nobody, and asks no other domain controller', async () => {
    const other = await startLookAlike();
    lookAlike().misbehave('refer');
    const settings = settingsOf([lookAlike().url, other.url], lookAlike().ca);
    const { reader } = portsOf({ ...settings, ca: [lookAlike().ca, other.ca] });
    await expect(reader.find(ALICE)).rejects.toMatchObject({ code: 'directory-misbehaved' });
    expect(other.counts().connections).toBe(0);
    await other.stop();
  });
});
