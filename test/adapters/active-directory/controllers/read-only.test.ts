import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LookAlike, startLookAlike } from '../../../../local/directory/look-alike.ts';
import { theOne } from '../../../contracts/directory-person.ts';
import { portsOf, settingsOf } from '../ports-of.ts';
import { present } from '../present.ts';
import { ALICE } from '../wired.ts';

const NEW = 'Brand-New-Secret-71';
let readOnly: LookAlike;
let writable: LookAlike;
beforeAll(async () => {
  [readOnly, writable] = await Promise.all([startLookAlike({ readOnly: true }), startLookAlike()]);
});
afterAll(() => Promise.all([readOnly.stop(), writable.stop()]));

const ports = () =>
  portsOf({
    ...settingsOf([readOnly.url, writable.url], readOnly.ca),
    ca: [readOnly.ca, writable.ca],
  });

describe('a read-only domain controller that comes first', () => {
  it('may be read from, and is passed over by who repairs', async () => {
    const { reader, repairs } = ports();
    const { person, domainController } = theOne(await reader.find(ALICE));
    expect(domainController).toBe(readOnly.url);
    const at = await repairs.at(person, (bench) => Promise.resolve(present(bench).account.domainController));
    expect(at).toBe(writable.url);
    expect(readOnly.counts().modifies).toBe(0);
  });

  it('is sent no change of a known password; once that is noticed, others are read from, and it works', async () => {
    const { reader, passwords } = ports();
    const change = { from: 'Copper-Kettle-17', to: NEW };
    const account = theOne(await reader.find(ALICE));
    await expect(passwords.changePassword(account, change)).rejects.toMatchObject({
      code: 'directory-unreachable',
      message: expect.stringContaining('is a read-only domain controller') as string,
    });
    const again = theOne(await reader.find(ALICE));
    expect(again.domainController).toBe(writable.url);
    expect(await passwords.changePassword(again, change)).toEqual({ kind: 'done' });
    expect(readOnly.counts().modifies).toBe(0);
  });
});
