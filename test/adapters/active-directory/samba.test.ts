import { describe, inject } from 'vitest';
import { namesContract } from '../../contracts/directory-names.ts';
import { directoryContract } from '../../contracts/directory.ts';
import { addHardNames } from '../../directory/hard-names.ts';
import { restorerOf } from '../../directory/restore.ts';
import { portsOf, settingsOf } from './ports-of.ts';

const samba = inject('samba');

// Samba 4.17 offers no policy-hints control and compares passwords with nobody's name; the look-alike proves both.
describe.skipIf(!samba)('Samba AD', () => {
  directoryContract(
    'Samba AD',
    () => {
      if (!samba) throw new Error('this run has no Samba');
      return Promise.resolve({ ...portsOf(settingsOf(samba.urls, samba.ca)), restore: restorerOf(samba) });
    },
    { historyOnReset: false, namesInPasswords: false },
  );
  namesContract('Samba AD', async () => {
    if (!samba) throw new Error('this run has no Samba');
    const { under, remove } = await addHardNames(samba);
    const { reader } = portsOf({ ...settingsOf(samba.urls, samba.ca), pageSize: 5 });
    return { reader, under, done: remove };
  });
});
