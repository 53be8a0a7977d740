import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sqliteAdminSessionStore } from '../../../adapters/sqlite/admin-session-store.ts';
import { sqliteConfigurationStore } from '../../../adapters/sqlite/configuration-store.ts';
import { sqliteDraftStore } from '../../../adapters/sqlite/draft-store.ts';
import { sqliteEnrollmentStore } from '../../../adapters/sqlite/enrollment-store.ts';
import { sqliteFlowStore } from '../../../adapters/sqlite/flow-store.ts';
import { sqliteHealthStore } from '../../../adapters/sqlite/health-store.ts';
import { openCentralStore } from '../../../adapters/sqlite/open-central-store.ts';
import { sqliteOutbox } from '../../../adapters/sqlite/outbox.ts';
import { sqlitePersonNotes } from '../../../adapters/sqlite/person-notes.ts';
import { sqlitePostActionQueue } from '../../../adapters/sqlite/post-action-queue.ts';
import { sqliteRepudiations } from '../../../adapters/sqlite/repudiations.ts';
import { sqliteSessionStore } from '../../../adapters/sqlite/session-store.ts';
import { sqliteTrail } from '../../../adapters/sqlite/trail.ts';
import { personKey } from '../../../domain/person.ts';
import { collected } from '../../contracts/central-store.ts';
import { begin, started } from '../../contracts/tried-flows.ts';
import { aConfiguration } from '../../support/configured.ts';
import { aFlow, anEvent, anIntent, aPerson, aStartToll } from '../../support/stored-records.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-'));
  file = join(folder, 'central-store.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A process of its own that is ready to try a flow 300 times; `go` answers how many tries were admitted. */
async function tryingProcess(key: string) {
  const child = fork(new URL('./trying-process.ts', import.meta.url), [file, key, '200', '300']);
  const said = () =>
    new Promise<unknown>((resolve, reject) => {
      child.once('message', resolve);
      child.once('exit', (code) => reject(new Error(`the process ended with ${String(code)}`)));
    });
  await said();
  return {
    go: () => {
      child.send('go');
      return said();
    },
  };
}

describe('the central store in a file', () => {
  it('keeps what was written when it is opened again', async () => {
    const flow = aFlow();
    const first = openCentralStore(file);
    await sqliteFlowStore(first).start(flow, aStartToll());
    first.close();
    const second = openCentralStore(file);
    expect(await sqliteFlowStore(second).find(flow.key)).toEqual(flow);
    second.close();
  });

  it('lets exactly the cap through several processes that try at once', async () => {
    const flow = aFlow();
    const db = openCentralStore(file);
    await sqliteFlowStore(db).start(flow, aStartToll());
    const processes = await Promise.all([1, 2, 3].map(() => tryingProcess(flow.key)));
    const admitted = await Promise.all(processes.map(({ go }) => go()));
    expect(admitted.reduce<number>((sum, count) => sum + Number(count), 0)).toBe(200);
    expect((await sqliteFlowStore(db).find(flow.key))?.tries).toBe(200);
    db.close();
  });

  it('goes on with a file that an earlier version made', async () => {
    const earlier = new DatabaseSync(file);
    const event = anEvent({ reference: 'K7Q2-M9XD' });
    earlier.exec(
      'PRAGMA user_version = 1; CREATE TABLE trail (id TEXT PRIMARY KEY, at INTEGER NOT NULL, person TEXT NOT NULL, document TEXT NOT NULL) STRICT',
    );
    earlier.prepare("INSERT INTO trail VALUES ('x', ?, 'CORP/x', ?)").run(event.at, JSON.stringify(event));
    earlier.close();
    const db = openCentralStore(file);
    expect(await collected(sqliteTrail(db).withReference('K7Q2-M9XD'))).toEqual([event]);
    expect(await sqliteDraftStore(db).find(aPerson())).toBeUndefined();
    expect(await sqliteHealthStore(db).lastPreFlight()).toBeUndefined();
    db.close();
  });

  it('reads a flow of the release before as one that no code was sent in', async () => {
    const flow = aFlow();
    const db = openCentralStore(file);
    await sqliteFlowStore(db).start(flow, aStartToll());
    const { phones: _, codes: _codes, ...before } = flow;
    const document = JSON.stringify({ ...before, sends: 2, code: { tag: 'a', expiresAt: 1, tries: 0 } });
    db.prepare('UPDATE flows SET document = ?').run(document);
    expect(await sqliteFlowStore(db).find(flow.key)).toEqual(flow);
    db.close();
  });

  it('knows what was executing when leases came', async () => {
    const person = aPerson();
    const executing = aFlow({ person, state: 'executing', intent: anIntent() });
    const db = openCentralStore(file);
    await sqliteFlowStore(db).open(executing, anEvent());
    db.exec('DROP TABLE leases; PRAGMA user_version = 3;');
    db.close();
    const again = openCentralStore(file);
    const flows = sqliteFlowStore(again);
    const flow = await started(flows, { person });
    expect(await begin(flows, flow)).toBe('person-busy');
    expect(await begin(flows, await started(flows))).toBe('begun');
    again.close();
  });

  it('will not touch a file that a later version made', () => {
    const later = new DatabaseSync(file);
    later.exec('PRAGMA user_version = 99');
    later.close();
    expect(() => openCentralStore(file)).toThrow(expect.objectContaining({ code: 'store-corrupt' }));
  });

  it('says so when it cannot open a file, or is handed one that is no database', () => {
    const unavailable = expect.objectContaining({ code: 'store-unavailable' });
    expect(() => openCentralStore(join(folder, 'no', 'such', 'folder'))).toThrow(unavailable);
    expect(() => openCentralStore(folder)).toThrow(unavailable);
  });

  it('fails plainly once it is closed', async () => {
    const db = openCentralStore(':memory:');
    db.close();
    await expect(sqliteFlowStore(db).find('a key')).rejects.toMatchObject({ code: 'store-unavailable' });
    await expect(sqliteFlowStore(db).start(aFlow(), aStartToll())).rejects.toMatchObject({
      code: 'store-unavailable',
    });
  });

  it('calls a malformed document corrupt, and shows nothing of it', async () => {
    const db = openCentralStore(':memory:');
    const person = aPerson();
    db.prepare('INSERT INTO flows VALUES (\'bad\', \'{"key":"secret"}\', NULL, NULL)').run();
    db.prepare("INSERT INTO sessions VALUES ('bad', 'secret', NULL)").run();
    db.prepare('INSERT INTO enrollments VALUES (?, 1, \'"secret"\')').run(personKey(person));
    db.prepare("INSERT INTO configurations VALUES (1, '{}')").run();
    db.prepare('INSERT INTO drafts VALUES (?, 1, \'"secret"\')').run(personKey(person));
    db.prepare("INSERT INTO admin_sessions VALUES ('bad', 1, '{}')").run();
    db.prepare("INSERT INTO errands VALUES ('bad', 'secret', 1, 1)").run();
    for (const name of ['examination', 'pre-flight#newest', 'pre-flight#finished'])
      db.prepare('INSERT INTO health VALUES (?, 1, \'{"at":"secret"}\')').run(name);
    db.prepare('INSERT INTO notes (person, freeze) VALUES (?, \'"secret"\')').run(personKey(person));
    db.prepare("INSERT INTO repudiations VALUES ('bad', 'secret')").run();
    db.prepare("INSERT INTO post_actions VALUES ('bad', 'outside', 1, 0, 'secret')").run();
    db.prepare("INSERT INTO pre_flight_pages VALUES ('bad', 0, 1, '[[\"secret\"]]')").run();
    const reads = [
      () => sqliteFlowStore(db).find('bad'),
      () => sqliteSessionStore(db).find('bad'),
      () => sqliteEnrollmentStore(db).find(person),
      () => sqlitePersonNotes(db).find(person),
      () => sqliteRepudiations(db).find('bad'),
      () => sqlitePostActionQueue(db).due('outside', 1, 1),
      () => sqliteConfigurationStore(db, aConfiguration()).current(),
      () => sqliteDraftStore(db).find(person),
      () => sqliteAdminSessionStore(db).find('bad'),
      () => sqliteOutbox(db).due(1, 10),
      () => sqliteHealthStore(db).lastExamination(),
      () => sqliteHealthStore(db).lastPreFlight(),
      () => sqliteHealthStore(db).finishedPreFlight(),
      () => sqliteHealthStore(db).page('bad', 0),
    ];
    for (const read of reads) {
      const failure: unknown = await read().catch((thrown: unknown) => thrown);
      expect(failure).toMatchObject({ code: 'store-corrupt' });
      expect(String(failure)).not.toContain('secret');
    }
  });
});
