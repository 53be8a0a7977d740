import { describe, expect, it } from 'vitest';
import type { Enrollment } from '../../domain/enrollment/enrollment.ts';
import type { Session } from '../../domain/enrollment/session.ts';
import type { EnrollmentChange } from '../../domain/ports/enrollment-store.ts';
import { aMessage, anEnrollment, anEvent, aPerson, aSession, DAY, NOW } from '../support/stored-records.ts';
import { enrollmentErrandContract } from './enrollment-store-errands.ts';
import { atOnce, type CentralStore, collected, countOf, type MakeCentralStore } from './central-store.ts';

const WITH_ANSWERS: Partial<Enrollment> = {
  answers: {
    questionnaire: 1,
    registeredAt: NOW,
    answers: [
      {
        questionId: 'first-concert',
        normalisation: 1,
        salt: 'AAAAAAAAAAAAAAAAAAAAAA',
        cost: { memoryKiB: 19456, passes: 2, lanes: 1 },
        tag: 'tag',
      },
    ],
  },
};

async function signedIn({ sessions }: CentralStore): Promise<Session> {
  const session = aSession();
  await sessions.create(session);
  return session;
}

const changeTo = (session: Session, next: Enrollment, seenVersion = next.version - 1): EnrollmentChange => ({
  next,
  seenVersion,
  event: anEvent({ person: next.person }),
  carrier: { kind: 'session', key: session.key },
  notice: aMessage({ letter: { kind: 'methods-changed' } }),
});

const errandFor = (next: Enrollment): EnrollmentChange => ({
  ...changeTo(aSession(), next),
  carrier: { kind: 'errand' },
});

const byGuid = (list: readonly Enrollment[]) =>
  list.toSorted((a, b) => (a.person.guid < b.person.guid ? -1 : 1));

/** What every enrollment store promises. */
export function enrollmentStoreContract(name: string, make: MakeCentralStore): void {
  describe(`enrollment store on ${name}`, () => {
    saving(make);
    racing(make);
    enrollmentErrandContract(make);
    listing(make);
    several(make);
  });
}

function saving(make: MakeCentralStore): void {
  it('keeps enrollment, trail event and notice together', async () => {
    const store = await make();
    const session = await signedIn(store);
    const enrollment = anEnrollment({ ...WITH_ANSWERS, person: session.person, language: 'fr' });
    const change = changeTo(session, enrollment);
    expect(await store.enrollments.find(session.person)).toBeUndefined();
    expect(await store.enrollments.save(change)).toBe('saved');
    expect(await store.enrollments.find(session.person)).toEqual(enrollment);
    expect(await collected(store.trail.of(session.person))).toEqual([change.event]);
    expect((await store.outbox.due(NOW, 10)).map(({ messages }) => messages)).toEqual([[change.notice]]);
  });

  it('replaces what was registered before, and takes away what is gone', async () => {
    const store = await make();
    const session = await signedIn(store);
    const first = anEnrollment({ ...WITH_ANSWERS, person: session.person });
    const { answers: _, ...second } = { ...first, version: 2, addresses: [] };
    await store.enrollments.save(changeTo(session, first));
    expect(await store.enrollments.save(changeTo(session, second))).toBe('saved');
    expect(await store.enrollments.find(session.person)).toEqual(second);
  });

  it('does not drop what a later build registered and this one does not know', async () => {
    const store = await make();
    const session = await signedIn(store);
    const later = { ...anEnrollment({ person: session.person }), implants: [{ id: 'one' }] };
    await store.enrollments.save(changeTo(session, later));
    expect(await store.enrollments.find(session.person)).toEqual(later);
  });

  it('lets the session move on after it was given a notice to carry', async () => {
    const store = await make();
    const session = await signedIn(store);
    const change = changeTo(session, anEnrollment({ person: session.person }));
    await store.enrollments.save(change);
    expect(await store.sessions.replace(session, { ...session, version: 2 })).toBe(true);
    expect((await store.sessions.find(session.key))?.outbox).toEqual([change.notice]);
  });

  it('saves nothing for a session that is not there', async () => {
    const store = await make();
    const change = changeTo(aSession(), anEnrollment());
    await expect(store.enrollments.save(change)).rejects.toMatchObject({ code: 'store-corrupt' });
    expect(await store.enrollments.find(change.next.person)).toBeUndefined();
    expect(await collected(store.trail.of(change.next.person))).toEqual([]);
  });
}

function racing(make: MakeCentralStore): void {
  it.each([
    ['first', 0],
    ['next', 1],
  ])('saves the %s version once, of 16 at once, with one event and one notice', async (_, seen) => {
    const store = await make();
    const session = await signedIn(store);
    const { person } = session;
    if (seen > 0) await store.enrollments.save(changeTo(session, anEnrollment({ person })));
    const answers = await atOnce(16, () =>
      store.enrollments.save(changeTo(session, anEnrollment({ person, version: seen + 1 }))),
    );
    expect(countOf(answers, (saved) => saved === 'saved')).toBe(1);
    expect((await store.enrollments.find(person))?.version).toBe(seen + 1);
    expect(await collected(store.trail.of(person))).toHaveLength(seen + 1);
    expect((await store.outbox.due(NOW + DAY, 10))[0]?.messages).toHaveLength(seen + 1);
  });
}

function listing(make: MakeCentralStore): void {
  it('lists everyone who has registered anything, once', async () => {
    const store = await make();
    const session = await signedIn(store);
    const all = Array.from({ length: 25 }, () => anEnrollment());
    for (const enrollment of all) await store.enrollments.save(changeTo(session, enrollment));
    expect(byGuid(await collected(store.enrollments.all()))).toEqual(byGuid(all));
  });

  it('lists nobody where nobody has', async () => {
    const { enrollments } = await make();
    expect(await collected(enrollments.all())).toEqual([]);
  });
}

function several(make: MakeCentralStore): void {
  it('finds what several hundred people have registered, in one go, and leaves out those who have nothing', async () => {
    const store = await make();
    const all = Array.from({ length: 230 }, () => anEnrollment());
    const saved = await Promise.all(all.map((next) => store.enrollments.save(errandFor(next))));
    expect(new Set(saved)).toEqual(new Set(['saved']));
    const people = all.map(({ person }) => person);
    const asked = [...people.slice(10), ...Array.from({ length: 50 }, aPerson)];
    expect(byGuid(await store.enrollments.of(asked))).toEqual(byGuid(all.slice(10)));
  });

  it('finds each once, however often asked for, and nobody when asked for none', async () => {
    const { enrollments } = await make();
    const next = anEnrollment();
    await enrollments.save(errandFor(next));
    expect(await enrollments.of([next.person, aPerson(), { ...next.person }])).toEqual([next]);
    expect(await enrollments.of([])).toEqual([]);
  });
}
