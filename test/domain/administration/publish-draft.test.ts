import { describe, expect, it } from 'vitest';
import { saveDraft } from '../../../domain/administration/save-draft.ts';
import type { ConfigurationDocument } from '../../../domain/policy/configuration-document.ts';
import {
  acts,
  administrator,
  changed,
  DAY,
  drafted,
  helpLine,
  knownGroup,
  PORTAL_LANGUAGES,
  published,
  reviewed,
  wholeTrail,
} from '../../support/administering.ts';
import { anAudience, aQuestion, aUserConfiguration } from '../../support/configured.ts';
import { enrolled } from '../../support/enrolled.ts';
import { aProduct, NOW, type Product } from '../../support/product.ts';
import { sidOf } from '../../support/scripted-account.ts';

const inForce = async ({ ports }: Product) => (await ports.configuration.current()).document;

/** A reviewed draft of Alice's with a change that is made of what is in force. */
async function ready(
  product: Product,
  change: (document: ConfigurationDocument) => Partial<ConfigurationDocument>,
) {
  const alice = await administrator(product);
  const first = await drafted(product, alice, change(await inForce(product)));
  return { product, alice, ...(await reviewed(product, alice, first)) };
}
const newHelpLine = (document: ConfigurationDocument) => helpLine(document, 'Room 9');
const oneMoreQuestion = ({ questions, questionnaire }: ConfigurationDocument) => ({
  questions: [...questions, aQuestion('pet')],
  questionnaire: { ...questionnaire, items: [...questionnaire.items, { question: 'pet' }] },
});

describe('publishing a draft', () => {
  it('is told as done once it is in force, though the draft could not be dropped', async () => {
    const { product, alice, draft } = await ready(aProduct(), newHelpLine);
    const drafts = { ...product.ports.drafts, drop: () => Promise.reject(new Error('the store is away')) };
    expect(await published({ ...product, ports: { ...product.ports, drafts } }, alice, draft)).toEqual({
      kind: 'published',
      version: 1,
    });
  });

  it('puts it in force as the next version, with author, reason, trail event and sentences, and drops the draft', async () => {
    const { product, alice, draft } = await ready(aProduct(), newHelpLine);
    expect(await published(product, alice, draft, { reason: '  moved house ' })).toEqual({
      kind: 'published',
      version: 1,
    });
    expect(await product.ports.configuration.current()).toMatchObject({
      version: 1,
      author: { name: 'CORP\\alice' },
      reason: 'moved house',
      publishedAt: NOW,
      document: { branding: { helpLine: { en: 'Room 9' } } },
    });
    expect(await product.ports.drafts.find(alice.administrator.person)).toBeUndefined();
    const trail = await wholeTrail(product);
    expect(acts(trail, alice).toSorted()).toEqual([
      'configuration-published',
      'draft-reviewed',
      'draft-saved',
    ]);
    const event = trail.find(({ happening }) => happening.kind === 'configuration-published');
    expect(event).toMatchObject({
      reference: alice.reference,
      happening: { version: 1, reason: 'moved house' },
    });
    expect(JSON.stringify(event)).toContain('Room 9');
  });

  it('is refused until its very revision was reviewed', async () => {
    const product = aProduct();
    const alice = await administrator(product);
    const first = await drafted(product, alice, newHelpLine(await inForce(product)));
    expect(await published(product, alice, first)).toEqual({ kind: 'review-first' });
    await reviewed(product, alice, first);
    const document = { ...first.document, ...helpLine(first.document, 'Room 10') };
    const toSave = { document, basedOn: 0, revision: first.revision, languages: PORTAL_LANGUAGES };
    const second = await saveDraft(product.ports, alice, toSave);
    if (second.kind !== 'saved') return expect.fail(second.kind);
    expect(await published(product, alice, second.draft)).toEqual({ kind: 'review-first' });
  });

  it('is refused when the draft is another one by now, or gone', async () => {
    const { product, alice, draft } = await ready(aProduct(), newHelpLine);
    const other = { ...draft, revision: draft.revision + 1 };
    expect(await published(product, alice, other)).toEqual({ kind: 'draft-moved', draft });
    await published(product, alice, draft);
    expect(await published(product, alice, draft)).toEqual({ kind: 'draft-moved' });
  });

  it.each(['', ' \n ', 'x'.repeat(501)])(
    'is refused without a reason that can be kept: %j',
    async (reason) => {
      const { product, alice, draft } = await ready(aProduct(), newHelpLine);
      expect(await published(product, alice, draft, { reason })).toEqual({ kind: 'reason-missing' });
    },
  );

  it('is refused when nothing changes', async () => {
    const { product, alice, draft } = await ready(aProduct(), () => ({}));
    expect(await published(product, alice, draft)).toEqual({ kind: 'nothing-changed' });
  });

  it('is refused with mistakes, all of them told, and nothing is changed', async () => {
    const unit = 'OU=Nowhere,DC=corp,DC=example';
    const { product, alice, draft, review } = await ready(aProduct(), (document) => ({
      userConfigurations: [
        ...document.userConfigurations,
        aUserConfiguration('sales', {
          include: anAudience({
            groups: [{ name: 'CORP\\Saels', sid: '' }],
            users: [{ name: 'CORP\\nobody', guid: '' }],
            units: [unit],
            filter: '(department=',
          }),
        }),
      ],
    }));
    const codes = review.mistakes.map(({ code }) => code);
    expect(codes.filter((code) => code === 'not-in-directory')).toHaveLength(3);
    expect(codes).toContain('filter-unreadable');
    expect(await published(product, alice, draft)).toEqual({ kind: 'mistakes', mistakes: review.mistakes });
    expect((await product.ports.configuration.current()).version).toBe(0);
    expect(
      review.mistakes.find(({ path }) => path === '/userConfigurations/1/include/groups/0'),
    ).toMatchObject({
      message:
        'Group "CORP\\Saels" in user configuration "sales" is not in the directory, or the name fits more than one.',
    });
  });

  it('is refused when a mistake has come up since the review', async () => {
    const product = aProduct();
    const sales = knownGroup(product, 'Sales', 2001);
    const { alice, draft, review } = await ready(product, (document) => ({
      blockList: [...document.blockList, { group: sales, reason: 'contractors' }],
    }));
    expect(review.mistakes).toEqual([]);
    const gone = { ...product.ports.directory, object: async () => undefined };
    const answer = await published(
      { ...product, ports: { ...product.ports, directory: gone } },
      alice,
      draft,
    );
    expect(answer).toMatchObject({
      kind: 'mistakes',
      mistakes: [{ code: 'not-in-directory', path: '/blockList/0/group' }],
    });
  });

  it('is refused when a name was looked up that nobody has seen resolved', async () => {
    const product = aProduct();
    const { alice, draft } = await ready(product, (document) => ({
      blockList: [...document.blockList, { group: { name: 'CORP\\Sales', sid: '' }, reason: 'x' }],
    }));
    knownGroup(product, 'Sales', 2001);
    expect(await published(product, alice, draft)).toEqual({ kind: 'review-first' });
  });

  it('is not stopped by a leaver who is on the block list already, and warns', async () => {
    const product = aProduct();
    const sales = knownGroup(product, 'Sales', 2001);
    const alice = await administrator(product);
    await changed(product, alice, { blockList: [{ group: sales, reason: 'contractors' }] });
    const without = {
      ...product,
      ports: { ...product.ports, directory: { ...product.ports.directory, object: async () => undefined } },
    };
    const { review, draft } = await reviewed(
      without,
      alice,
      await drafted(without, alice, newHelpLine(await inForce(product))),
    );
    expect(review.warnings.join('\n')).toContain('CORP\\Sales');
    expect(await published(without, alice, draft)).toEqual({ kind: 'published', version: 2 });
  });

  it('keeps what the name meant when it was reviewed', async () => {
    const product = aProduct();
    knownGroup(product, 'Sales', 2001);
    const { alice, draft } = await ready(product, () => ({
      blockList: [{ group: { name: 'sales', sid: '' }, reason: 'x' }],
    }));
    expect(draft.reviewed).toBe(draft.revision);
    await published(product, alice, draft);
    expect((await inForce(product)).blockList).toEqual([
      { group: { name: 'CORP\\Sales', sid: sidOf(2001) }, reason: 'x' },
    ]);
  });

  it('of who may administer is for administrators alone', async () => {
    const product = aProduct();
    const group = knownGroup(product, 'Help Desk', 2002);
    const editor = await administrator(product, 'erin', ['policy-editor']);
    const { access } = await inForce(product);
    const { draft } = await reviewed(
      product,
      editor,
      await drafted(product, editor, { access: { ...access, 'help-desk': [group] } }),
    );
    expect(await published(product, editor, draft)).toEqual({ kind: 'access-needs-administrator' });
    const also = { ...editor, roles: ['administrator' as const] };
    expect(await published(product, also, draft)).toEqual({ kind: 'published', version: 1 });
    // A policy editor goes on with everything else.
    expect(await changed(product, editor, newHelpLine(await inForce(product)))).toBe(2);
  });
});

describe('a questionnaire that asks something else', () => {
  it.each([
    ['none', undefined],
    ['the present', NOW],
    ['more than two years ahead', NOW + 2 * 366 * DAY],
  ])('is not published with %s as the date for the present answers', async (_what, earlierUntil) => {
    const { product, alice, draft, review } = await ready(aProduct(), oneMoreQuestion);
    expect(review.needsEarlierUntil).toBe(true);
    expect(
      await published(product, alice, draft, earlierUntil === undefined ? {} : { earlierUntil }),
    ).toEqual({
      kind: 'earlier-until-missing',
    });
  });

  it('is a new version; one that is worded anew is not, and needs no date', async () => {
    const { product, alice, draft } = await ready(aProduct(), oneMoreQuestion);
    await published(product, alice, draft, { earlierUntil: NOW + DAY });
    expect(await product.ports.configuration.current()).toMatchObject({
      questionnaireVersion: 2,
      earlierQuestionnaires: [{ version: 1, acceptedUntil: NOW + DAY }],
    });
    const questions = (await inForce(product)).questions.map((question) =>
      question.id === 'pet' ? { ...question, texts: { en: 'What was your first pet called?' } } : question,
    );
    await changed(product, alice, { questions });
    expect(await product.ports.configuration.current()).toMatchObject({
      version: 2,
      questionnaireVersion: 2,
    });
  });

  it('keeps a question that somebody answered, and forgets one that nobody did', async () => {
    const product = aProduct();
    const alice = await administrator(product);
    await changed(product, alice, {
      questions: [...(await inForce(product)).questions, aQuestion('pet'), aQuestion('car')],
    });
    await enrolled(product, 'jo', { answers: ['first-concert', 'childhood-street', 'first-teacher', 'pet'] });
    const questions = (await inForce(product)).questions.filter(({ id }) => id !== 'pet' && id !== 'car');
    await changed(product, alice, { questions });
    const kept = (await inForce(product)).questions;
    expect(kept.find(({ id }) => id === 'pet')).toMatchObject({ archived: true });
    expect(kept.some(({ id }) => id === 'car')).toBe(false);
  });
});
