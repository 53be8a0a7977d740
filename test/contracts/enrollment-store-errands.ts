import { expect, it } from 'vitest';
import type { Enrollment } from '../../domain/enrollment/enrollment.ts';
import type { EnrollmentChange } from '../../domain/ports/enrollment-store.ts';
import { aMessage, anEnrollment, anErrand, anEvent, MINUTE, NOW } from '../support/stored-records.ts';
import { atOnce, collected, countOf, type MakeCentralStore } from './central-store.ts';

const revocation = (next: Enrollment): EnrollmentChange => ({
  next,
  seenVersion: next.version - 1,
  event: anEvent({
    person: next.person,
    happening: { kind: 'registration-revoked', methods: ['email-code'], reason: 'lost phone' },
  }),
  carrier: { kind: 'errand' },
  notice: aMessage({ letter: { kind: 'registration-revoked' } }),
});

/** A change that no visit of its person made: its notice is an errand. */
export function enrollmentErrandContract(make: MakeCentralStore): void {
  it('keeps an enrollment, its event and its notice together when its person is not there', async () => {
    const { enrollments, outbox, trail } = await make();
    const change = revocation(anEnrollment());
    const { person } = change.next;
    expect(await enrollments.save(change)).toBe('saved');
    expect(await enrollments.find(person)).toEqual(change.next);
    expect(await collected(trail.of(person))).toEqual([change.event]);
    const carrier = { kind: 'errand', key: change.event.id };
    expect(await outbox.due(NOW, 10)).toEqual([{ carrier, person, messages: [change.notice] }]);
  });

  it('lets the notice be claimed and delivered like any other', async () => {
    const { enrollments, outbox } = await make();
    await enrollments.save(revocation(anEnrollment()));
    const [parcel] = await outbox.due(NOW, 10);
    if (!parcel) throw new Error('expected a parcel');
    expect(await outbox.claim(parcel, NOW, NOW + MINUTE)).toBe(true);
    await outbox.delivered(parcel, [parcel.messages[0]?.id ?? '']);
    expect(await outbox.due(NOW + MINUTE, 10)).toEqual([]);
  });

  it('saves one of 16 revocations at once, with one event and one notice', async () => {
    const { enrollments, outbox, trail } = await make();
    const first = revocation(anEnrollment());
    const { person } = first.next;
    await enrollments.save(first);
    const answers = await atOnce(16, () =>
      enrollments.save(revocation(anEnrollment({ person, version: 2 }))),
    );
    expect(countOf(answers, (saved) => saved === 'saved')).toBe(1);
    expect(await collected(trail.of(person))).toHaveLength(2);
    expect(await outbox.due(NOW, 100)).toHaveLength(2);
  });

  it('saves nothing whose errand is there already', async () => {
    const { enrollments, outbox, trail } = await make();
    const change = revocation(anEnrollment());
    await outbox.run(anErrand({ id: change.event.id }));
    await expect(enrollments.save(change)).rejects.toMatchObject({ code: 'store-corrupt' });
    expect(await enrollments.find(change.next.person)).toBeUndefined();
    expect(await collected(trail.of(change.next.person))).toEqual([]);
  });
}
