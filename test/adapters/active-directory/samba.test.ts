import { describe } from 'vitest';
import { sambaInstalled } from '../../../local/samba/installed.ts';
import {
  type Claimable,
  CLAIMABLE,
  claimsContract,
  type ClaimsUnderTest,
} from '../../contracts/directory-claims.ts';
import { HARD_NAMES, namesContract } from '../../contracts/directory-names.ts';
import { onePersonContract } from '../../contracts/directory-one-person.ts';
import { attributesContract } from '../../contracts/directory-attributes.ts';
import { directoryContract } from '../../contracts/directory.ts';
import { addUnit } from '../../directory/added-unit.ts';
import { ownSamba } from '../../directory/own-samba.ts';
import { restorerOf } from '../../directory/restore.ts';
import { fixed, portsOf, settingsOf } from './ports-of.ts';

/** Of Samba 4.17; docs/directory.md says why, and that the look-alike proves all of them. */
const SAMBA = { historyOnReset: false, namesInPasswords: false, namesakes: false };

describe.skipIf(!sambaInstalled())('Samba AD', () => {
  const samba = ownSamba();
  const ports = () => portsOf(settingsOf(samba().urls, samba().ca));
  directoryContract('Samba AD', () => Promise.resolve({ ...ports(), restore: restorerOf(samba()) }), SAMBA);
  attributesContract('Samba AD', () => {
    const { urls, ca, administrator } = samba();
    return { settings: settingsOf(urls, ca), writer: fixed(administrator), restore: restorerOf(samba()) };
  });
  namesContract('Samba AD', async () => {
    const { under, remove } = await addUnit(
      samba(),
      'Hard Name',
      HARD_NAMES.map((username) => ({ username })),
    );
    const { reader } = portsOf({ ...settingsOf(samba().urls, samba().ca), pageSize: 5 });
    return { reader, under, done: remove };
  });

  const peopleInSamba = async (people: readonly Claimable[]): Promise<ClaimsUnderTest> => {
    const { remove } = await addUnit(samba(), 'Added', people);
    return { reader: ports().reader, done: remove };
  };
  claimsContract('Samba AD', () => peopleInSamba(CLAIMABLE), SAMBA);
  onePersonContract('Samba AD', peopleInSamba, { ...SAMBA, worlds: [4], runs: 100 });
});
