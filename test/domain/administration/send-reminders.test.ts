import { describe, expect, it } from 'vitest';
import { sendReminders } from '../../../domain/administration/send-reminders.ts';
import { sendDue } from '../../../domain/messages/send-due.ts';
import type { Person } from '../../../domain/person.ts';
import { acts, administrator, DAY, wholeTrail } from '../../support/administering.ts';
import { anAudience, asking, aUserConfiguration, blockOf } from '../../support/configured.ts';
import { enrolled } from '../../support/enrolled.ts';
import { aProduct, NOW, publish, type Product } from '../../support/product.ts';
import { anAccount } from '../../support/scripted-account.ts';
import { aPerson } from '../../support/stored-records.ts';

const MAIL = { mail: 'jo@corp.example' };

async function withAlice(product: Product = aProduct()) {
  const alice = await administrator(product);
  const remind = async (...people: readonly Person[]) => {
    const sent = await sendReminders(product.ports, alice, { people });
    if (sent.kind !== 'done') throw new Error(sent.kind);
    return sent.people.map(({ outcome }) => outcome);
  };
  return { product, alice, remind };
}
const letters = async (product: Product) =>
  (await product.ports.outbox.due(product.clock.now(), 99)).flatMap(({ messages }) =>
    messages.map(({ letter }) => letter),
  );

describe('a reminder', () => {
  it('goes to the directory’s mail attribute of somebody who has registered nothing, and is in the trail', async () => {
    const { product, alice, remind } = await withAlice();
    const { person } = product.script.add(anAccount('jo', MAIL)).account;
    expect(await remind(person)).toEqual(['sent']);
    await sendDue(product.ports);
    expect(product.mailbox).toMatchObject([{ to: 'jo@corp.example' }]);
    const trail = await wholeTrail(product);
    expect(acts(trail, alice)).toEqual(['reminder-sent']);
    expect(trail.find(({ happening }) => happening.kind === 'reminder-sent')).toMatchObject({
      person,
      by: { name: 'CORP\\alice' },
      happening: { letter: 'set-up-reminder' },
    });
  });

  it('goes once a day, whoever asks, and again the next day', async () => {
    const { product, remind } = await withAlice();
    const { person } = product.script.add(anAccount('jo', MAIL)).account;
    expect(await remind(person)).toEqual(['sent']);
    expect(await remind(person)).toEqual(['already-reminded-today']);
    const bella = await administrator(product, 'bella');
    expect(await sendReminders(product.ports, bella, { people: [person] })).toMatchObject({
      people: [{ outcome: 'already-reminded-today' }],
    });
    expect(await letters(product)).toHaveLength(1);
    await sendDue(product.ports);
    product.clock.pass(DAY);
    expect(await remind(person)).toEqual(['sent']);
  });

  it('is one although two ask at the same moment', async () => {
    const { product, remind } = await withAlice();
    const { person } = product.script.add(anAccount('jo', MAIL)).account;
    const both = await Promise.all([remind(person), remind(person)]);
    expect(both.flat().toSorted()).toEqual(['already-reminded-today', 'sent']);
  });

  it('says to somebody with answers to an earlier questionnaire by when, at the address they confirmed', async () => {
    const { product, remind } = await withAlice();
    const { person } = await enrolled(product, 'jo', { account: MAIL });
    await publish(product, {
      document: asking(['pet']),
      questionnaireVersion: 2,
      earlierQuestionnaires: [
        { ...product.configuration.questionnaire, replacedAt: NOW, acceptedUntil: NOW + DAY },
      ],
    });
    expect(await remind(person)).toEqual(['sent']);
    expect(await letters(product)).toEqual([{ kind: 'register-again', by: NOW + DAY }]);
    await sendDue(product.ports);
    expect(product.mailbox.map(({ to }) => to)).toEqual(['jo@home.example.net']);
  });

  it('asks somebody to set up whose answers are good no more: there is no date to name', async () => {
    const { product, remind } = await withAlice();
    const { person } = await enrolled(product, 'jo', { account: MAIL });
    await publish(product, { document: asking(['pet']), questionnaireVersion: 2 });
    expect(await remind(person)).toEqual(['sent']);
    expect(await letters(product)).toEqual([{ kind: 'set-up-reminder' }]);
  });

  it('is not sent to those who are registered, have no address, or may not use it', async () => {
    const blocked = anAccount('blocked', MAIL);
    const { product, remind } = await withAlice(aProduct({ document: { blockList: [blockOf(blocked)] } }));
    const { script } = product;
    const people = [
      (await enrolled(product, 'jo', { account: MAIL })).person,
      script.add(anAccount('silent')).account.person,
      script.add(blocked).account.person,
      script.add(anAccount('admin', { ...MAIL, adminCount: true })).account.person,
      script.add(anAccount('outside', { ...MAIL, distinguishedName: 'CN=o,OU=Lab,DC=corp,DC=example' }))
        .account.person,
      aPerson(),
    ];
    expect(await remind(...people)).toEqual([
      'registered',
      'no-address',
      'not-offered',
      'not-offered',
      'not-offered',
      'not-offered',
    ]);
    expect(await letters(product)).toEqual([]);
  });

  it('knows who falls under a user configuration by a filter', async () => {
    const filter = '(employeeType=staff)';
    const userConfigurations = [aUserConfiguration('staff', { include: anAudience({ filter }) })];
    const { product, remind } = await withAlice(aProduct({ document: { userConfigurations } }));
    const found = product.script.add(anAccount('found', { ...MAIL, filters: [filter] })).account.person;
    const other = product.script.add(anAccount('other', MAIL)).account.person;
    expect(await remind(found, other)).toEqual(['sent', 'not-offered']);
  });

  it('is refused for more than a hundred people at once', async () => {
    const { product, alice } = await withAlice();
    const people = Array.from({ length: 101 }, aPerson);
    expect(await sendReminders(product.ports, alice, { people })).toEqual({
      kind: 'too-many-people',
      most: 100,
    });
  });
});
