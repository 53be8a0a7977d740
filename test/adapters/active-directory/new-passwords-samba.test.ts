import { describe, inject } from 'vitest';
import { newPasswordsContract } from '../../contracts/directory-new-passwords.ts';
import { restorerOf } from '../../directory/restore.ts';
import { portsOf, settingsOf } from './ports-of.ts';

const samba = inject('samba');

// Samba compares passwords with nobody's name, so that it takes more than we let through.
describe.skipIf(!samba)('Samba AD', () => {
  newPasswordsContract('Samba AD', () => {
    if (!samba) throw new Error('this run has no Samba');
    return Promise.resolve({ ...portsOf(settingsOf(samba.urls, samba.ca)), restore: restorerOf(samba) });
  });
});
