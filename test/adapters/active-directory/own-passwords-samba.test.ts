import { describe } from 'vitest';
import { ownPasswordDesk } from '../../../adapters/active-directory/own-password-desk.ts';
import { sambaInstalled } from '../../../local/samba/installed.ts';
import { ownPasswordContract } from '../../contracts/own-password-desk.ts';
import { ownSamba } from '../../directory/own-samba.ts';
import { restorerOf } from '../../directory/restore.ts';
import { settingsOf } from './ports-of.ts';

describe.skipIf(!sambaInstalled())('Samba AD', () => {
  const samba = ownSamba();
  ownPasswordContract('Samba AD', () => {
    const { urls, ca } = samba();
    const desk = ownPasswordDesk(settingsOf(urls, ca));
    return Promise.resolve({ desk, domainControllers: urls, restore: restorerOf(samba()) });
  });
});
