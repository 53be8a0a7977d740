import { describe, expect, it } from 'vitest';
import { revokeRegistrations } from '../../../domain/administration/revoke-registrations.ts';
import { sendDue } from '../../../domain/messages/send-due.ts';
import { administrator } from '../../support/administering.ts';
import { answersOf, enrolled } from '../../support/enrolled.ts';
import { aProduct } from '../../support/product.ts';
import { offerAnswers, started, trailOf } from '../../support/recovering.ts';
import { anAccount } from '../../support/scripted-account.ts';
import { aPerson } from '../../support/stored-records.ts';

describe('revoking registrations', () => {
  it('takes answers and addresses away, tells every address, and leaves a trail event with administrator and reason', async () => {
    const product = aProduct();
    const alice = await administrator(product);
    const { person } = await enrolled(product, 'jo', { addresses: ['jo@one.example', 'jo@two.example'] });
    const done = await revokeRegistrations(product.ports, alice, {
      people: [person],
      reason: ' lost the phone ',
    });
    expect(done).toEqual({ kind: 'done', people: [{ person, outcome: 'revoked' }] });
    const kept = await product.ports.enrollments.find(person);
    expect(kept).toMatchObject({ version: 2, addresses: [] });
    expect(kept).not.toHaveProperty('answers');
    const event = (await trailOf(product, person)).find(({ by }) => by);
    expect(event).toMatchObject({
      by: { name: 'CORP\\alice' },
      reference: alice.reference,
      happening: {
        kind: 'registration-revoked',
        methods: ['security-answers', 'email-code'],
        reason: 'lost the phone',
      },
    });
    await sendDue(product.ports);
    expect(product.mailbox.map(({ to }) => to)).toEqual(['jo@one.example', 'jo@two.example']);
  });

  it('makes the person a stranger, whose answers hold no more', async () => {
    const product = aProduct();
    const alice = await administrator(product);
    const { person } = await enrolled(product, 'jo');
    const before = await started(product, 'jo');
    await revokeRegistrations(product.ports, alice, { people: [person], reason: 'x' });
    expect((await offerAnswers(product, before.key, answersOf('jo'))).kind).toBe('wrong');
    expect((await started(product, 'jo')).person).not.toEqual(person);
  });

  it('writes to them in the language they last spoke here', async () => {
    const product = aProduct();
    const alice = await administrator(product);
    const { person } = await enrolled(product, 'jo');
    const seen = (await product.ports.enrollments.find(person)) ?? expect.fail('gone');
    const find = async () => ({ ...seen, language: 'fr' });
    const ports = { ...product.ports, enrollments: { ...product.ports.enrollments, find } };
    await revokeRegistrations(ports, alice, { people: [person], reason: 'x' });
    const [parcel] = await product.ports.outbox.due(product.clock.now(), 9);
    expect(parcel).toMatchObject({
      messages: [{ language: 'fr', letter: { kind: 'registration-revoked' } }],
    });
  });

  it('says of each what became of it, and names nobody twice', async () => {
    const product = aProduct();
    const alice = await administrator(product);
    const { person: jo } = await enrolled(product, 'jo');
    const { person: ann } = await enrolled(product, 'ann');
    const { enrollments } = product.ports;
    // Ann removes something at the same moment.
    const save: typeof enrollments.save = async (change) =>
      change.next.person.guid === jo.guid ? enrollments.save(change) : 'conflict';
    const ports = { ...product.ports, enrollments: { ...enrollments, save } };
    const never = product.script.add(anAccount('never')).account.person;
    const done = await revokeRegistrations(ports, alice, { people: [jo, never, ann, jo], reason: 'x' });
    expect(done).toEqual({
      kind: 'done',
      people: [
        { person: jo, outcome: 'revoked' },
        { person: never, outcome: 'not-registered' },
        { person: ann, outcome: 'changed-meanwhile' },
      ],
    });
    expect(await revokeRegistrations(ports, alice, { people: [jo], reason: 'x' })).toMatchObject({
      people: [{ outcome: 'not-registered' }],
    });
    expect((await enrollments.find(ann))?.answers).toBeDefined();
  });

  it.each(['', '  ', 'x'.repeat(501)])('is refused without a reason that can be kept: %j', async (reason) => {
    const product = aProduct();
    const alice = await administrator(product);
    const { person } = await enrolled(product, 'jo');
    expect(await revokeRegistrations(product.ports, alice, { people: [person], reason })).toEqual({
      kind: 'reason-missing',
    });
    expect((await product.ports.enrollments.find(person))?.answers).toBeDefined();
  });

  it('is refused for more than a hundred people at once', async () => {
    const product = aProduct();
    const people = Array.from({ length: 101 }, aPerson);
    expect(
      await revokeRegistrations(product.ports, await administrator(product), { people, reason: 'x' }),
    ).toEqual({
      kind: 'too-many-people',
      most: 100,
    });
  });
});
