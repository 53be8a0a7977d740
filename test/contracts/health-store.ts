import { describe, expect, it } from 'vitest';
import type { Prospect } from '../../domain/health/prospect.ts';
import type { HealthStore, PreFlight } from '../../domain/ports/health-store.ts';
import { aFullPage, afterPage, anExamination, aPreFlight, aProspect } from '../support/stored-health.ts';
import { DAY, NOW } from '../support/stored-records.ts';
import { atOnce, countOf, type MakeCentralStore } from './central-store.ts';

/** What every health store promises. */
export function healthStoreContract(name: string, make: MakeCentralStore): void {
  describe(`health store on ${name}`, () => {
    examinations(make);
    runs(make);
    pages(make);
    races(make);
  });
}

/** Saves these pages one after the other; answers the run as it stands then. */
async function flown(
  health: HealthStore,
  run: PreFlight,
  ...all: (readonly Prospect[])[]
): Promise<PreFlight> {
  let stands = run;
  for (const page of all) {
    stands = afterPage(stands, page);
    expect(await health.savePage(stands, page)).toBe(true);
  }
  return stands;
}

const ended = (run: PreFlight, at = NOW + 1): PreFlight => ({ ...run, finishedAt: at });

function examinations(make: MakeCentralStore): void {
  it('keeps what the doctor found last, whole', async () => {
    const { health } = await make();
    expect(await health.lastExamination()).toBeUndefined();
    await health.saveExamination(anExamination());
    expect(await health.lastExamination()).toEqual(anExamination());
    const next = anExamination({ at: NOW + 1, configuration: [] });
    await health.saveExamination(next);
    expect(await health.lastExamination()).toEqual(next);
  });

  it('does not let a slow examination take the place of a newer one', async () => {
    const { health } = await make();
    const newer = anExamination({ at: NOW + 1, domains: [] });
    await health.saveExamination(newer);
    await health.saveExamination(anExamination());
    expect(await health.lastExamination()).toEqual(newer);
  });
}

function runs(make: MakeCentralStore): void {
  it('tells how far the newest run is, and which came to its end', async () => {
    const { health } = await make();
    expect(await health.lastPreFlight()).toBeUndefined();
    expect(await health.finishedPreFlight()).toBeUndefined();
    const run = await flown(health, aPreFlight(), [aProspect()], [aProspect()]);
    expect(await health.lastPreFlight()).toEqual(run);
    expect(await health.finishedPreFlight()).toBeUndefined();
    expect(await health.savePage(ended(run), [])).toBe(true);
    expect(await health.lastPreFlight()).toEqual(ended(run));
    expect(await health.finishedPreFlight()).toEqual(ended(run));
  });

  it('keeps the finished run while the next one is under way', async () => {
    const { health } = await make();
    const first = await flown(health, aPreFlight(), [aProspect()]);
    await health.savePage(ended(first), []);
    const second = await flown(health, aPreFlight({ startedAt: NOW + DAY }), [aProspect()]);
    expect(await health.lastPreFlight()).toEqual(second);
    expect(await health.finishedPreFlight()).toEqual(ended(first));
    expect(await health.page(first.id, 0)).toHaveLength(1);
  });

  it('lets a run end with people on its last page, or without having found anybody', async () => {
    const { health } = await make();
    const [only] = [aProspect()];
    const run = ended(afterPage(aPreFlight(), [only]));
    expect(await health.savePage(run, [only])).toBe(true);
    expect(await health.page(run.id, 0)).toEqual([only]);
    const empty = ended(aPreFlight({ startedAt: NOW + DAY }));
    expect(await health.savePage(empty, [])).toBe(true);
    expect(await health.finishedPreFlight()).toEqual(empty);
    expect(await health.page(empty.id, 0)).toBeUndefined();
  });
}

function pages(make: MakeCentralStore): void {
  it('gives each page of a run back as it was, and no other', async () => {
    const { health } = await make();
    const green: Prospect = {
      ...aProspect({ name: 'CORP\\"x", \\', displayName: '' }),
      colour: 'green',
      actions: { unlock: { works: true }, reset: { works: 'not-offered' } },
    };
    const { fix: _none, ...fine } = green;
    const [one, two] = [[aProspect(), fine], [aProspect({ colour: 'amber', fix: 'minimum-age' })]];
    const run = await flown(health, aPreFlight(), one, two);
    expect(await health.page(run.id, 0)).toEqual(one);
    expect(await health.page(run.id, 1)).toEqual(two);
    expect(await health.page(run.id, 2)).toBeUndefined();
    expect(await health.page('another', 0)).toBeUndefined();
  });

  it('keeps five hundred people with the longest names there are', async () => {
    const { health } = await make();
    const page = aFullPage();
    const run = await flown(health, aPreFlight(), page);
    expect(await health.page(run.id, 0)).toEqual(page);
  });
}

function races(make: MakeCentralStore): void {
  it('lets one of 8 at once save the next page', async () => {
    const { health } = await make();
    const run = await flown(health, aPreFlight(), [aProspect()]);
    const saved = await atOnce(8, (index) => {
      const page = [aProspect({ displayName: String(index) })];
      return health.savePage(afterPage(run, page), page);
    });
    expect(countOf(saved, (kept) => kept)).toBe(1);
    expect((await health.page(run.id, 1))?.[0]?.displayName).toBe(String(saved.indexOf(true)));
    expect(await health.lastPreFlight()).toMatchObject({ pages: 2, counts: { red: 2 } });
  });

  it('leaves a run that a later one has overtaken, page, place and end', async () => {
    const { health } = await make();
    const early = await flown(health, aPreFlight(), [aProspect()]);
    const late = await flown(health, aPreFlight({ startedAt: NOW + 1 }), [aProspect()]);
    expect(await health.savePage(afterPage(early, [aProspect()]), [aProspect()])).toBe(false);
    expect(await health.savePage(ended(early), [])).toBe(false);
    expect(await health.page(early.id, 1)).toBeUndefined();
    expect(await health.lastPreFlight()).toEqual(late);
    expect(await health.finishedPreFlight()).toBeUndefined();
  });

  it('adds nothing to a run that has ended, and begins none that is older than the newest', async () => {
    const { health } = await make();
    const run = await flown(health, aPreFlight(), [aProspect()]);
    await health.savePage(ended(run), []);
    expect(await health.savePage(afterPage(run, [aProspect()]), [aProspect()])).toBe(false);
    expect(await health.savePage(ended(run, NOW + 9), [])).toBe(false);
    const older = aPreFlight({ startedAt: NOW - 1 });
    expect(await health.savePage(afterPage(older, [aProspect()]), [aProspect()])).toBe(false);
    expect(await health.lastPreFlight()).toEqual(ended(run));
  });
}
