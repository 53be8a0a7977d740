import { expect, it } from 'vitest';
import { openCentralStore } from '../../../adapters/sqlite/open-central-store.ts';
import { sqliteTrail } from '../../../adapters/sqlite/trail.ts';
import { personKey } from '../../../domain/person.ts';
import { collected } from '../../contracts/central-store.ts';
import { anEvent, HOUR, NOW } from '../../support/stored-records.ts';

it('rows of the trail on SQLite that are no events in their place are told as such, beside the others', async () => {
  const db = openCentralStore(':memory:');
  const trail = sqliteTrail(db);
  const good = anEvent({ at: NOW });
  await trail.append(good);
  const put = (id: string, at: number, document: object) =>
    db
      .prepare('INSERT INTO trail VALUES (?, ?, ?, ?)')
      .run(id, at, personKey(good.person), JSON.stringify(document));
  put('a', NOW + 1, {});
  // Its event is of long ago: whoever goes on from there would never come to an end.
  for (let n = 0; n < 600; n += 1) put(`b-${n}`, NOW + 2, { ...good, id: `b-${n}`, at: NOW - 9 * HOUR });
  const rows = await collected(trail.rows(NOW, NOW + HOUR));
  expect(rows).toHaveLength(602);
  expect(rows.slice(0, 3)).toMatchObject([
    { event: good },
    { odd: { reason: 'malformed', key: 'a', at: NOW + 1 } },
    { odd: { reason: 'misplaced', key: 'b-0', at: NOW + 2, detail: 'at' } },
  ]);
});
