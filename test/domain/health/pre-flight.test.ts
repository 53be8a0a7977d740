import { describe, expect, it } from 'vitest';
import { Failure } from '../../../domain/failure.ts';
import { preFlight } from '../../../domain/health/pre-flight.ts';
import type { Prospect } from '../../../domain/health/prospect.ts';
import type { ListedPerson } from '../../../domain/ports/directory-reader.ts';
import { blockOf } from '../../support/configured.ts';
import { enrolled } from '../../support/enrolled.ts';
import { aProduct, MINUTE, NOW, publish, type Product } from '../../support/product.ts';
import { anAccount } from '../../support/scripted-account.ts';

const NEVER = Number.POSITIVE_INFINITY;
const HOUR = 60 * MINUTE;

/** So many people of the staff who have registered nothing, in order of their names. */
function crowded(count: number, product = aProduct()): Product {
  for (let n = 0; n < count; n += 1) product.script.add(anAccount(`p${String(n).padStart(5, '0')}`));
  return product;
}

async function allPages({ ports: { health } }: Product): Promise<readonly (readonly Prospect[])[]> {
  const run = await health.lastPreFlight();
  const pages = Array.from({ length: run?.pages ?? 0 }, (_, n) => health.page(run?.id ?? '', n));
  return (await Promise.all(pages)).map((page) => page ?? []);
}
const names = async (product: Product) => (await allPages(product)).flat().map(({ name }) => name);

describe('a pre-flight', () => {
  it('tells of each person whether all, some or nothing would work, and counts what is to be fixed', async () => {
    const product = aProduct({ document: { blockList: [blockOf(anAccount('cy'))] } });
    await enrolled(product, 'al');
    await enrolled(product, 'bo', { addresses: [] });
    await enrolled(product, 'cy');
    await enrolled(product, 'di', { account: { disabled: true } });
    product.script.add(anAccount('ed', { displayName: 'Ed '.repeat(40) }));
    const { kind, run, judged } = await preFlight(product.ports, NEVER);
    expect([kind, judged]).toEqual(['finished', 5]);
    expect(run).toMatchObject({
      startedAt: NOW,
      finishedAt: NOW,
      pages: 1,
      after: { domain: 'CORP', username: 'ed' },
      counts: { green: 1, amber: 1, red: 3 },
      fixes: { 'register-more': 1, blocked: 1, disabled: 1, 'not-enrolled': 1 },
    });
    expect(await product.ports.health.finishedPreFlight()).toEqual(run);
    const [page = []] = await allPages(product);
    expect(page.map(({ name, colour, fix }) => [name, colour, fix])).toEqual([
      ['CORP\\al', 'green', undefined],
      ['CORP\\bo', 'amber', 'register-more'],
      ['CORP\\cy', 'red', 'blocked'],
      ['CORP\\di', 'red', 'disabled'],
      ['CORP\\ed', 'red', 'not-enrolled'],
    ]);
    expect(page[1]?.actions).toEqual({
      unlock: { works: true },
      reset: { works: false, because: 'register-more' },
    });
    expect(page[4]?.displayName).toHaveLength(64);
  });

  it('goes over everybody in pages of 500, each person once', async () => {
    const product = crowded(1000);
    const { run } = await preFlight(product.ports, NEVER);
    expect((await allPages(product)).map(({ length }) => length)).toEqual([500, 500]);
    expect(new Set(await names(product)).size).toBe(1000);
    expect(run).toMatchObject({ counts: { red: 1000 }, fixes: { 'not-enrolled': 1000 } });
  });

  it('of a directory without people ends', async () => {
    const { kind, run } = await preFlight(aProduct().ports, NEVER);
    expect([kind, run.pages, run.finishedAt]).toEqual(['finished', 0, NOW]);
  });

  it('stops between two pages when its time is up, and the next wake-up goes on', async () => {
    const product = crowded(1200);
    expect(await preFlight(product.ports, NOW)).toMatchObject({ kind: 'cut-short', judged: 500 });
    product.clock.pass(HOUR);
    expect(await preFlight(product.ports, NOW)).toMatchObject({ kind: 'cut-short', judged: 500 });
    expect(await product.ports.health.finishedPreFlight()).toBeUndefined();
    const last = await preFlight(product.ports, NEVER);
    expect(last).toMatchObject({ kind: 'finished', judged: 200, run: { startedAt: NOW, pages: 3 } });
    expect(new Set(await names(product)).size).toBe(1200);
    expect(last.run.counts.red).toBe(1200);
  });

  it('that broke is gone on with after the last page that was saved', async () => {
    const product = crowded(700);
    const { directory } = product.ports;
    async function* breaking(people: AsyncIterable<ListedPerson>) {
      let listed = 0;
      for await (const one of people) {
        if ((listed += 1) > 600) throw new Failure('directory-unreachable', 'gone');
        yield one;
      }
    }
    const broken = {
      ...product.ports,
      directory: { ...directory, people: (filter?: object) => breaking(directory.people(filter)) },
    };
    await expect(preFlight(broken, NEVER)).rejects.toThrow('gone');
    expect(await preFlight(product.ports, NEVER)).toMatchObject({ kind: 'finished', judged: 200 });
    expect(new Set(await names(product)).size).toBe(700);
  });

  it('is made once a day: not again after the last one, and anew when that was never finished', async () => {
    const product = crowded(600);
    const first = await preFlight(product.ports, NEVER);
    product.clock.pass(19 * HOUR);
    expect(await preFlight(product.ports, NEVER)).toEqual({ kind: 'not-due', run: first.run, judged: 0 });
    product.clock.pass(HOUR);
    const second = await preFlight(product.ports, NOW);
    expect(second).toMatchObject({ kind: 'cut-short', run: { pages: 1 } });
    expect(second.run.id).not.toBe(first.run.id);
    product.clock.pass(20 * HOUR);
    expect(await preFlight(product.ports, NEVER)).toMatchObject({ kind: 'finished', judged: 600 });
  });

  it('yields to another that is at work on it', async () => {
    const product = crowded(1200);
    const { health } = product.ports;
    let pages = 0;
    const racing = {
      ...product.ports,
      health: {
        ...health,
        savePage: async (...[run, page]: Parameters<typeof health.savePage>) => {
          if ((pages += 1) === 2) await preFlight(product.ports, NEVER);
          return health.savePage(run, page);
        },
      },
    };
    expect(await preFlight(racing, NEVER)).toMatchObject({ kind: 'overtaken', judged: 500 });
    const run = await health.finishedPreFlight();
    expect(run).toMatchObject({ pages: 3, counts: { red: 1200 } });
    expect(new Set(await names(product)).size).toBe(1200);
  });

  it('never has more than a thousand people in memory: it asks for no more before a page is saved', async () => {
    const product = crowded(2100);
    const { directory, health } = product.ports;
    let [listed, saved, most] = [0, 0, 0];
    async function* counted(people: AsyncIterable<ListedPerson>) {
      for await (const one of people) {
        listed += 1;
        most = Math.max(most, listed - saved);
        yield one;
      }
    }
    const ports = {
      ...product.ports,
      directory: { ...directory, people: (filter?: object) => counted(directory.people(filter)) },
      health: {
        ...health,
        savePage: async (...[run, page]: Parameters<typeof health.savePage>) => {
          saved += page.length;
          return health.savePage(run, page);
        },
      },
    };
    await preFlight(ports, NEVER);
    expect(saved).toBe(2100);
    expect(most).toBeLessThanOrEqual(1000);
  });

  it('judges by the configuration in force when it is woken', async () => {
    const product = aProduct();
    await enrolled(product, 'al');
    await publish(product, { document: { userConfigurations: [] } });
    expect((await preFlight(product.ports, NEVER)).run.fixes).toEqual({ 'not-offered': 1 });
  });
});
