import { beforeAll, describe, expect, it } from 'vitest';
import { addImpact, NO_IMPACT } from '../../../domain/administration/add-impact.ts';
import type { AdminSession } from '../../../domain/administration/admin-session.ts';
import { announceQuestionnaire } from '../../../domain/administration/announce-questionnaire.ts';
import { impactPage } from '../../../domain/administration/impact-page.ts';
import { registrationCounts } from '../../../domain/administration/registrations.ts';
import { enrollmentOverview } from '../../../domain/enrollment/overview.ts';
import { registerAnswers } from '../../../domain/enrollment/register-answers.ts';
import { signIn } from '../../../domain/enrollment/sign-in.ts';
import { sendDue } from '../../../domain/messages/send-due.ts';
import type { ConfigurationDocument } from '../../../domain/policy/configuration-document.ts';
import { administrator, changed, DAY, drafted, reviewed } from '../../support/administering.ts';
import { aQuestion, blockOf } from '../../support/configured.ts';
import { addressOf, answersOf, enrolled } from '../../support/enrolled.ts';
import { aProduct, NOW, type Product } from '../../support/product.ts';
import { offerAnswers, started } from '../../support/recovering.ts';
import { anAccount } from '../../support/scripted-account.ts';

const ENROLLED = 1000;
const DEADLINE = NOW + 14 * DAY;
const nameOf = (i: number) => `p${String(i).padStart(4, '0')}`;

const oneMoreQuestion = ({
  questions,
  questionnaire,
}: ConfigurationDocument): Partial<ConfigurationDocument> => ({
  questions: [...questions, aQuestion('pet')],
  questionnaire: { ...questionnaire, items: [...questionnaire.items, { question: 'pet' }] },
});

/** A thousand who are enrolled; besides, some who are not, who have a code only, who are blocked, who have left. */
async function aLargeCompany(): Promise<Product> {
  const product = aProduct({ document: { blockList: [blockOf(anAccount('blocked'))] } });
  for (let i = 0; i < ENROLLED; i += 1) await enrolled(product, nameOf(i));
  for (let i = 0; i < 30; i += 1) product.script.add(anAccount(`never${String(i)}`));
  await enrolled(product, 'code-only', { answers: false });
  await enrolled(product, 'blocked');
  product.script.remove((await enrolled(product, 'gone')).person);
  return product;
}

async function wholeImpact({ ports }: Product, document: ConfigurationDocument) {
  let impact = NO_IMPACT;
  let after: string | undefined;
  let pages = 0;
  do {
    const page = await impactPage(ports, document, { limit: 300, ...(after !== undefined && { after }) });
    impact = addImpact(impact, page.impact);
    after = page.next;
    pages += 1;
  } while (after !== undefined);
  return { impact, pages };
}

const proves = async (
  product: Product,
  name: string,
  answers: Readonly<Record<string, string>> = answersOf(name),
) => (await offerAnswers(product, (await started(product, name)).key, answers)).kind;

/** Four answers that do not say the name of whoever gives them. */
const NEW_ANSWERS = answersOf('harbour', ['first-concert', 'childhood-street', 'first-teacher', 'pet']);

async function overviewOf({ ports }: Product, name: string) {
  const claim = { kind: 'account-name', name } as const;
  const visit = await signIn(ports, {
    claim,
    password: 'Correct-Horse-1',
    source: '192.0.2.9',
    language: 'en',
  });
  if (visit.kind !== 'signed-in') throw new Error(visit.kind);
  const { methods } = await enrollmentOverview(ports, visit.session);
  return { session: visit.session, answers: methods.find(({ method }) => method === 'security-answers') };
}

describe('a questionnaire that asks a thousand enrolled people one question more', () => {
  let product: Product;
  let alice: AdminSession;
  beforeAll(async () => {
    product = await aLargeCompany();
    alice = await administrator(product);
  }, 120_000);

  // One story, told in order.
  it('is known beforehand to make exactly those thousand register again', async () => {
    const { document } = await product.ports.configuration.current();
    const draft = await drafted(product, alice, oneMoreQuestion(document));
    const { review } = await reviewed(product, alice, draft);
    expect(review.needsEarlierUntil).toBe(true);
    const { impact, pages } = await wholeImpact(product, review.document);
    expect(impact).toMatchObject({
      // Alice herself and those who are not enrolled are looked at as well.
      people: ENROLLED + 30 + 3,
      mustRegisterAgain: ENROLLED,
      newlyBlocked: 0,
      byStatus: { registered: { before: ENROLLED, after: 0 }, 'out-of-date': { before: 0, after: ENROLLED } },
    });
    expect(pages).toBe(4);
    await product.ports.drafts.drop(alice.administrator.person, draft.revision);
  });

  it('is published with a date, until which the old answers work', async () => {
    const { document } = await product.ports.configuration.current();
    expect(await changed(product, alice, oneMoreQuestion(document), DEADLINE)).toBe(1);
    expect(await proves(product, nameOf(0))).toBe('proven');
    expect(await overviewOf(product, nameOf(1))).toMatchObject({
      answers: { status: 'needs-attention', goodUntil: DEADLINE },
    });
    expect((await registrationCounts(product.ports, { limit: 2000 })).byStatus).toMatchObject({
      'out-of-date': ENROLLED,
    });
  });

  it('may be answered at once, and is then what is asked', async () => {
    const { session } = await overviewOf(product, nameOf(2));
    expect((await registerAnswers(product.ports, session, NEW_ANSWERS)).kind).toBe('registered');
    expect((await overviewOf(product, nameOf(2))).answers).toMatchObject({ status: 'set-up' });
    expect(await proves(product, nameOf(2), NEW_ANSWERS)).toBe('proven');
  });

  it('is announced once to everyone who has not answered it yet, and to nobody who is blocked or gone', async () => {
    await sendDue(product.ports);
    product.mailbox.length = 0;
    expect(await announceQuestionnaire(product.ports)).toEqual({
      looked: ENROLLED + 3,
      told: ENROLLED - 1,
      toldBefore: 0,
      noAddress: 0,
      notOffered: 2,
    });
    const due = await product.ports.outbox.due(product.clock.now(), 2000);
    const letters = due.flatMap(({ messages }) => messages.map(({ letter }) => letter));
    expect(letters).toHaveLength(ENROLLED - 1);
    expect(new Set(letters.map((letter) => JSON.stringify(letter)))).toEqual(
      new Set([JSON.stringify({ kind: 'register-again', by: DEADLINE })]),
    );
    const to = await Promise.all(
      due.flatMap(({ messages }) =>
        messages.flatMap((one) => one.to.map((sealed) => product.ports.opener.open('address', sealed))),
      ),
    );
    const expected = Array.from({ length: ENROLLED }, (_, i) => addressOf(nameOf(i))).filter(
      (one) => one !== addressOf(nameOf(2)),
    );
    expect(to.toSorted()).toEqual(expected.toSorted());
    // Sent and forgotten by the outbox, it is still not announced again.
    while ((await sendDue(product.ports)).sent > 0);
    product.clock.pass(3 * DAY);
    expect(await announceQuestionnaire(product.ports)).toMatchObject({ told: 0, toldBefore: ENROLLED - 1 });
  });

  it('ends the old answers at the date, and not before', async () => {
    product.clock.pass(DEADLINE - 1 - product.clock.now());
    expect(await proves(product, nameOf(3))).toBe('proven');
    product.clock.pass(1);
    expect(await proves(product, nameOf(4))).toBe('wrong');
    expect(await proves(product, nameOf(4), NEW_ANSWERS)).toBe('wrong');
    expect(await proves(product, nameOf(2), NEW_ANSWERS)).toBe('proven');
    const { answers } = await overviewOf(product, nameOf(4));
    expect(answers).toMatchObject({ status: 'needs-attention' });
    expect(answers).not.toHaveProperty('goodUntil');
  });

  it('is announced no more when no earlier one is accepted', async () => {
    expect(await announceQuestionnaire(product.ports)).toMatchObject({ looked: 0, told: 0 });
  });
});

describe('an announcement', () => {
  it('goes to the directory’s mail attribute of those who confirmed no address, and says so of those without any', async () => {
    const product = aProduct();
    const alice = await administrator(product);
    await enrolled(product, 'jo', { addresses: [], account: { mail: 'jo@corp.example' } });
    await enrolled(product, 'ann', { addresses: [] });
    const { document } = await product.ports.configuration.current();
    await changed(product, alice, oneMoreQuestion(document), DEADLINE);
    expect(await announceQuestionnaire(product.ports)).toMatchObject({ told: 1, noAddress: 1 });
    await sendDue(product.ports);
    expect(product.mailbox.map(({ to }) => to)).toEqual(['jo@corp.example']);
  });

  it('goes on where a broken one ended', async () => {
    const product = aProduct();
    const alice = await administrator(product);
    for (let i = 0; i < 20; i += 1) await enrolled(product, nameOf(i));
    const { document } = await product.ports.configuration.current();
    await changed(product, alice, oneMoreQuestion(document), DEADLINE);
    let asked = 0;
    const run: Product['ports']['outbox']['run'] = async (errand) => {
      asked += 1;
      if (asked === 11) throw new Error('the store went away');
      return product.ports.outbox.run(errand);
    };
    const ports = { ...product.ports, outbox: { ...product.ports.outbox, run } };
    await expect(announceQuestionnaire(ports)).rejects.toThrow('went away');
    const second = await announceQuestionnaire(product.ports);
    expect(second.told + second.toldBefore).toBe(20);
    expect(second.told).toBeGreaterThan(0);
    expect(await product.ports.outbox.due(product.clock.now(), 99)).toHaveLength(20);
  });

  it('is made anew for the next questionnaire', async () => {
    const product = aProduct();
    const alice = await administrator(product);
    await enrolled(product, 'jo');
    await changed(
      product,
      alice,
      oneMoreQuestion((await product.ports.configuration.current()).document),
      DEADLINE,
    );
    expect(await announceQuestionnaire(product.ports)).toMatchObject({ told: 1 });
    const { document } = await product.ports.configuration.current();
    const items = [...document.questionnaire.items, { question: 'car' }];
    const questions = [...document.questions, aQuestion('car')];
    await changed(
      product,
      alice,
      { questions, questionnaire: { ...document.questionnaire, items } },
      DEADLINE + DAY,
    );
    expect(await announceQuestionnaire(product.ports)).toMatchObject({ told: 1 });
  });
});
