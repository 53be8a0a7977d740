import { expect, it } from 'vitest';
import { healthStoreContract } from '../../contracts/health-store.ts';
import { afterPage, aPreFlight, aProspect } from '../../support/stored-health.ts';
import { DAY, NOW } from '../../support/stored-records.ts';
import { sqliteStores } from './stores.ts';

healthStoreContract('SQLite', sqliteStores);

it('forgets the pages of runs that are more than eight days old', async () => {
  const { health } = await sqliteStores();
  const page = [aProspect()];
  const fly = async (startedAt: number) => {
    const run = afterPage(aPreFlight({ startedAt }), page);
    await health.savePage({ ...run, finishedAt: startedAt }, page);
    return run.id;
  };
  const runs = [await fly(NOW), await fly(NOW + DAY), await fly(NOW + 9 * DAY)];
  const kept = await Promise.all(runs.map(async (run) => (await health.page(run, 0)) !== undefined));
  expect(kept).toEqual([false, true, true]);
});
