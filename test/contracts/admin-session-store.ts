import { describe, expect, it } from 'vitest';
import { Failure } from '../../domain/failure.ts';
import { anAdministrator, anAdminSession } from '../support/stored-configurations.ts';
import { aSession, MINUTE, NOW } from '../support/stored-records.ts';
import { atOnce, countOf, type MakeCentralStore } from './central-store.ts';

/** What every store of administrators' visits promises. */
export function adminSessionStoreContract(name: string, make: MakeCentralStore): void {
  describe(`admin session store on ${name}`, () => {
    it('keeps a visit as it was created, and knows no other', async () => {
      const { adminSessions } = await make();
      const visit = anAdminSession();
      await adminSessions.create(visit);
      expect(await adminSessions.find(visit.key)).toEqual(visit);
      expect(await adminSessions.find('another')).toBeUndefined();
    });

    it('takes nobody’s own session for a visit, nor a visit for a session', async () => {
      const { adminSessions, sessions } = await make();
      const [visit, session] = [anAdminSession(), aSession()];
      await adminSessions.create(visit);
      await sessions.create(session);
      expect(await adminSessions.find(session.key)).toBeUndefined();
      expect(await sessions.find(visit.key)).toBeUndefined();
    });

    it('never creates a second visit under the same key', async () => {
      const { adminSessions } = await make();
      const visit = anAdminSession();
      await adminSessions.create(visit);
      const second = { ...visit, administrator: anAdministrator() };
      await expect(adminSessions.create(second)).rejects.toThrow(Failure);
      expect(await adminSessions.find(visit.key)).toEqual(visit);
    });

    it('replaces a visit once, of 16 that saw the same one', async () => {
      const { adminSessions } = await make();
      const visit = anAdminSession();
      await adminSessions.create(visit);
      const answers = await atOnce(16, (index) =>
        adminSessions.replace(visit, { ...visit, version: 2, expiresAt: NOW + index * MINUTE }),
      );
      expect(countOf(answers, (replaced) => replaced)).toBe(1);
      const expiresAt = NOW + answers.indexOf(true) * MINUTE;
      expect(await adminSessions.find(visit.key)).toEqual({ ...visit, version: 2, expiresAt });
    });

    it('replaces nothing that has moved, and nothing that is not there', async () => {
      const { adminSessions } = await make();
      const visit = anAdminSession();
      await adminSessions.create(visit);
      const ended = { ...visit, version: 2, ended: true };
      expect(await adminSessions.replace(visit, ended)).toBe(true);
      expect(await adminSessions.replace(visit, { ...visit, version: 2 })).toBe(false);
      expect(await adminSessions.find(visit.key)).toEqual(ended);
      const other = anAdminSession();
      expect(await adminSessions.replace(other, { ...other, version: 2 })).toBe(false);
      expect(await adminSessions.find(other.key)).toBeUndefined();
    });
  });
}
