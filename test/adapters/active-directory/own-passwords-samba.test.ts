import { describe, inject } from 'vitest';
import { ownPasswordDesk } from '../../../adapters/active-directory/own-password-desk.ts';
import { ownPasswordContract } from '../../contracts/own-password-desk.ts';
import { restorerOf } from '../../directory/restore.ts';
import { settingsOf } from './ports-of.ts';

const samba = inject('samba');

describe.skipIf(!samba)('Samba AD', () => {
  ownPasswordContract('Samba AD', () => {
    if (!samba) throw new Error('this run has no Samba');
    const desk = ownPasswordDesk(settingsOf(samba.urls, samba.ca));
    return Promise.resolve({ desk, domainControllers: samba.urls, restore: restorerOf(samba) });
  });
});
