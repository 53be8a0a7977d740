import { describe } from 'vitest';
import { sambaInstalled } from '../../../local/samba/installed.ts';
import { newPasswordsContract } from '../../contracts/directory-new-passwords.ts';
import { ownSamba } from '../../directory/own-samba.ts';
import { restorerOf } from '../../directory/restore.ts';
import { portsOf, settingsOf } from './ports-of.ts';

// Samba compares passwords with nobody's name, so that it takes more than we let through.
describe.skipIf(!sambaInstalled())('Samba AD', () => {
  const samba = ownSamba();
  newPasswordsContract(
    'Samba AD',
    () => {
      const { urls, ca } = samba();
      return Promise.resolve({ ...portsOf(settingsOf(urls, ca)), restore: restorerOf(samba()) });
    },
    (password) => Array.from(password).length,
  );
});
