import { describe, expect, it } from 'vitest';
import { LARGEST_DOCUMENT as LARGEST_IN_STORE } from '../../../adapters/central-store/documents.ts';
import { Failure } from '../../../domain/failure.ts';
import { LARGEST_DOCUMENT } from '../../../lambdas/admin/read-document.ts';
import type { AdminClient, ConfigurationDocument } from '../../../client/client.ts';
import { adminDesk, problemOf, visitOf } from '../../support/admin-desk.ts';
import { aProduct, MINUTE, NOW } from '../../support/product.ts';
import { knownGroup } from '../../support/administering.ts';

const setUp = async () => {
  const product = aProduct();
  const desk = adminDesk(product);
  const [alice, bob] = [await desk.as('alice', 'administrator'), await desk.as('bob', 'policy-editor')];
  return { product, desk, alice, bob };
};

type Change = (document: ConfigurationDocument) => ConfigurationDocument;
const helpLine =
  (text: string): Change =>
  (document) => ({ ...document, branding: { ...document.branding, helpLine: { en: text } } });
const called =
  (name: string): Change =>
  (document) => ({ ...document, branding: { ...document.branding, organization: { en: name } } });
const without =
  (question: string): Change =>
  (document) => ({
    ...document,
    questionnaire: {
      ...document.questionnaire,
      items: document.questionnaire.items.filter(
        (item) => !('question' in item) || item.question !== question,
      ),
      minimumAnswers: 1,
    },
  });

/** Begins a draft from what is in force. */
async function draft({ call }: AdminClient, change: Change) {
  const { document, version } = await call('GET /api/admin/configuration');
  return call('PUT /api/admin/draft', {
    body: { document: change(document), basedOn: version, revision: 0 },
  });
}

async function published(client: AdminClient, change: Change, reason = 'because') {
  const { revision } = await draft(client, change);
  await client.call('POST /api/admin/draft/review', { body: { revision } });
  return client.call('POST /api/admin/draft/publish', { body: { revision, reason } });
}

describe('a draft on its way into force', () => {
  it('is kept, reviewed, published with a reason, and can be gone back behind', async () => {
    const { alice } = await setUp();
    expect(await alice.call('GET /api/admin/draft')).toEqual({ draft: null });
    const kept = await draft(alice, helpLine('Call us'));
    const { revision } = kept;
    expect(kept).toMatchObject({
      basedOn: 0,
      mistakes: [],
      savedAt: new Date(NOW).toISOString(),
    });

    const review = await alice.call('POST /api/admin/draft/review', { body: { revision } });
    expect(review.changes).toMatchObject([{ section: 'branding', kind: 'changed' }]);
    expect(review.draft).toMatchObject({ revision, reviewed: revision });
    expect([review.needsEarlierUntil, review.meanwhile]).toEqual([false, undefined]);

    const body = { revision, reason: 'a new number' };
    expect(await alice.call('POST /api/admin/draft/publish', { body })).toEqual({ version: 1 });
    expect(await alice.call('GET /api/admin/configuration')).toMatchObject({
      version: 1,
      author: 'CORP\\alice',
      reason: 'a new number',
      document: { branding: { helpLine: { en: 'Call us' } } },
    });
    expect(await alice.call('GET /api/admin/draft')).toEqual({ draft: null });

    const restored = await alice.call('POST /api/admin/draft/restore', { body: { version: 0, revision: 0 } });
    expect(restored).toMatchObject({ basedOn: 1 });
    await alice.call('POST /api/admin/draft/review', { body: { revision: restored.revision } });
    await alice.call('POST /api/admin/draft/publish', {
      body: { revision: restored.revision, reason: 'back' },
    });
    const { versions } = await alice.call('GET /api/admin/configuration/versions');
    expect(versions.map(({ version, reason }) => [version, reason])).toEqual([
      [2, 'back'],
      [1, 'a new number'],
      [0, 'As deployed'],
    ]);
    expect(versions[2]).not.toHaveProperty('publishedAt');
    const [first, again] = await Promise.all(
      ['0', '2'].map((version) =>
        alice.call('GET /api/admin/configuration/versions/{version}', { params: { version } }),
      ),
    );
    expect(again?.document).toEqual(first?.document);
    expect(first?.changes).toEqual([]);
    expect(again?.changes.length).toBeGreaterThan(0);
  });

  it('is kept with mistakes in what it says, which are told, and is then not published', async () => {
    const { alice } = await setUp();
    const { mistakes, revision } = await draft(alice, helpLine('Call {phone}'));
    expect(mistakes).toMatchObject([{ path: '/branding/helpLine/en', code: 'unknown-placeholder' }]);
    await alice.call('POST /api/admin/draft/review', { body: { revision } });
    const body = { revision, reason: 'because' };
    const problem = await problemOf(alice.call('POST /api/admin/draft/publish', { body }));
    expect(problem).toMatchObject({ status: 422, code: 'document-mistakes', mistakes });
  });

  it('is published only as it was reviewed, with a reason, and when it changes something', async () => {
    const { alice } = await setUp();
    const { revision } = await draft(alice, helpLine('Call us'));
    const publish = (body: { revision: number; reason: string }) =>
      problemOf(alice.call('POST /api/admin/draft/publish', { body }));
    expect(await publish({ revision, reason: 'because' })).toMatchObject({
      status: 409,
      code: 'review-first',
    });
    await alice.call('POST /api/admin/draft/review', { body: { revision } });
    expect(await publish({ revision, reason: '  ' })).toMatchObject({ status: 422, code: 'reason-missing' });
    expect(await publish({ revision: 7, reason: 'because' })).toMatchObject({
      status: 409,
      code: 'draft-moved',
      draft: { revision },
    });
    await alice.call('DELETE /api/admin/draft', { body: { revision } });
    const same = await draft(alice, (document) => document);
    await alice.call('POST /api/admin/draft/review', { body: { revision: same.revision } });
    const nothing = await publish({ revision: same.revision, reason: 'because' });
    expect(nothing).toMatchObject({ status: 409, code: 'nothing-changed' });
  });

  it('that asks people something else says until when their answers are good', async () => {
    const { alice } = await setUp();
    const { revision } = await draft(alice, without('first-teacher'));
    const review = await alice.call('POST /api/admin/draft/review', { body: { revision } });
    expect(review.needsEarlierUntil).toBe(true);
    const publish = (earlierUntil?: string) =>
      alice.call('POST /api/admin/draft/publish', {
        body: { revision, reason: 'because', ...(earlierUntil !== undefined && { earlierUntil }) },
      });
    expect(await problemOf(publish())).toMatchObject({ status: 422, code: 'earlier-until-missing' });
    const until = new Date(NOW + 30 * 24 * 60 * MINUTE).toISOString();
    await publish(until);
    expect((await alice.call('GET /api/admin/configuration')).earlierQuestionnaires).toEqual([
      { version: 1, acceptedUntil: until },
    ]);
  });

  it('that names a group without its id is reviewed with the id, as another revision, and published so', async () => {
    const { alice, product } = await setUp();
    const { sid } = knownGroup(product, 'Contractors', 1900);
    const { document, version } = await alice.call('GET /api/admin/configuration');
    const blockList = [{ group: { name: 'Contractors' }, reason: 'from outside' }];
    const { revision } = await alice.call('PUT /api/admin/draft', {
      body: { document: { ...document, blockList }, basedOn: version, revision: 0 },
    });
    const review = await alice.call('POST /api/admin/draft/review', { body: { revision } });
    const reviewed = review.draft?.revision ?? 0;
    expect(reviewed).not.toBe(revision);
    expect(review.draft?.reviewed).toBe(reviewed);
    await alice.call('POST /api/admin/draft/publish', { body: { revision: reviewed, reason: 'because' } });
    const after = await alice.call('GET /api/admin/configuration');
    expect(after.document.blockList).toEqual([
      { group: { name: 'CORP\\Contractors', sid }, reason: 'from outside' },
    ]);
  });

  it('about who may administer is published by administrators alone', async () => {
    const { bob, product } = await setUp();
    const group = knownGroup(product, 'Desk', 1901);
    const { revision } = await draft(bob, (document) => ({
      ...document,
      access: { ...document.access, 'help-desk': [group] },
    }));
    await bob.call('POST /api/admin/draft/review', { body: { revision } });
    const body = { revision, reason: 'because' };
    expect(await problemOf(bob.call('POST /api/admin/draft/publish', { body }))).toMatchObject({
      status: 403,
      code: 'access-needs-administrator',
      roles: ['administrator'],
    });
  });
});

describe('two administrators', () => {
  it('the second to publish is shown what changed, brings it in, and loses nothing', async () => {
    const { alice, bob } = await setUp();
    const { revision } = await draft(bob, called('Example International'));
    await bob.call('POST /api/admin/draft/review', { body: { revision } });
    await published(alice, helpLine('Call us'), 'a new number');

    const body = { revision, reason: 'because' };
    const problem = await problemOf(bob.call('POST /api/admin/draft/publish', { body }));
    expect(problem).toMatchObject({
      status: 409,
      code: 'configuration-changed-meanwhile',
      meanwhile: {
        versions: [{ version: 1, author: 'CORP\\alice', reason: 'a new number' }],
        changes: [{ section: 'branding' }],
        overlaps: [],
      },
    });
    const review = await bob.call('POST /api/admin/draft/review', { body: { revision } });
    expect(review.meanwhile).toEqual(problem.meanwhile);

    const merged = await bob.call('POST /api/admin/draft/merge', {
      body: { revision, version: 1, choices: {} },
    });
    expect(merged.draft).toMatchObject({ basedOn: 1 });
    await bob.call('POST /api/admin/draft/review', { body: { revision: merged.draft.revision } });
    await bob.call('POST /api/admin/draft/publish', {
      body: { revision: merged.draft.revision, reason: 'because' },
    });
    const { document } = await bob.call('GET /api/admin/configuration');
    expect(document.branding).toMatchObject({
      organization: { en: 'Example International' },
      helpLine: { en: 'Call us' },
    });
  });

  it('who changed the same thing choose, and neither writes over the other unawares', async () => {
    const { alice, bob } = await setUp();
    const { revision } = await draft(bob, helpLine('Ask Bob'));
    await published(alice, helpLine('Ask Alice'));
    const merge = (version: number, choices: Record<string, 'mine' | 'theirs'>) =>
      bob.call('POST /api/admin/draft/merge', { body: { revision, version, choices } });
    const problem = await problemOf(merge(1, {}));
    expect(problem).toMatchObject({ status: 409, code: 'choose-first' });
    const [overlap, ...more] = problem.meanwhile?.overlaps ?? [];
    expect(more).toEqual([]);
    expect(overlap?.mine.join()).toContain('Ask Bob');
    expect(overlap?.theirs.join()).toContain('Ask Alice');
    expect((await bob.call('GET /api/admin/draft')).draft).toMatchObject({ revision, basedOn: 0 });

    const key = overlap?.key ?? '';
    // What was chosen for one version is no choice for the next.
    expect(await problemOf(merge(0, { [key]: 'theirs' }))).toMatchObject({ code: 'choose-first' });
    const merged = await merge(1, { [key]: 'theirs' });
    expect(merged.draft.document.branding.helpLine).toEqual({ en: 'Ask Alice' });
  });

  it('have a draft each', async () => {
    const { alice, bob } = await setUp();
    await draft(alice, helpLine('Ask Alice'));
    await draft(bob, helpLine('Ask Bob'));
    const texts = await Promise.all(
      [alice, bob].map(
        async ({ call }) => (await call('GET /api/admin/draft')).draft?.document.branding.helpLine,
      ),
    );
    expect(texts).toEqual([{ en: 'Ask Alice' }, { en: 'Ask Bob' }]);
  });

  it('one of them in two windows: the second is told, and given what is there', async () => {
    const { alice } = await setUp();
    const first = await draft(alice, helpLine('one window'));
    const { document } = await alice.call('GET /api/admin/configuration');
    const second = { document: helpLine('the other window')(document), basedOn: 0, revision: 0 };
    const problem = await problemOf(alice.call('PUT /api/admin/draft', { body: second }));
    expect(problem).toMatchObject({ status: 409, code: 'draft-moved' });
    expect(problem.draft).toEqual(first);
    const dropping = alice.call('DELETE /api/admin/draft', { body: { revision: 9 } });
    expect(await problemOf(dropping)).toMatchObject({ status: 409, code: 'draft-moved' });
    const restoring = alice.call('POST /api/admin/draft/restore', { body: { version: 0, revision: 0 } });
    expect(await problemOf(restoring)).toMatchObject({ status: 409, code: 'draft-moved' });
  });
});

describe('what is too much, or is not there', () => {
  const PUT = 'PUT /api/admin/draft';

  it('a document larger than a version may be is refused, and the refusal says how large that is', async () => {
    const { alice } = await setUp();
    const { document } = await alice.call('GET /api/admin/configuration');
    const many = Array.from({ length: 800 }, (_, i) => ({ id: `q${i}`, texts: { en: 'x'.repeat(450) } }));
    const large = { ...document, questions: [...document.questions, ...many] };
    const body = { document: large, basedOn: 0, revision: 0 };
    const { mistakes } = await problemOf(alice.call(PUT, { body }));
    expect(mistakes).toMatchObject([{ path: '', remedy: expect.stringContaining('350000') }]);
    const plan = await alice.call('POST /api/admin/plan', { body: { document: large } });
    expect(plan.mistakes).toEqual(mistakes);
    expect(LARGEST_DOCUMENT).toBe(LARGEST_IN_STORE);
  });

  it('a draft that has no room in the store all the same is refused, not broken', async () => {
    const { product } = await setUp();
    const full = new Failure('record-too-large', 'a draft is 350001 bytes, and there is room for 350000');
    const drafts = { ...product.ports.drafts, save: () => Promise.reject(full) };
    const crowded = await adminDesk({ ...product, ports: { ...product.ports, drafts } }).as(
      'alice',
      'administrator',
    );
    const body = { document: product.configuration.document as never, basedOn: 0, revision: 0 };
    expect(await problemOf(crowded.call(PUT, { body }))).toMatchObject({
      status: 413,
      code: 'document-too-large',
      detail: full.message,
    });
  });

  it('an answer larger than Lambda hands on is refused, not broken', async () => {
    const { alice } = await setUp();
    const { document } = await alice.call('GET /api/admin/configuration');
    const question = { id: 'q', texts: { en: 'x'.repeat(500) }, minimumLength: 3, caseSensitive: false };
    const groups = Array.from({ length: 500 }, (_, i) => ({
      id: `g${i}`,
      name: `g${i}`,
      answer: 1,
      questions: Array.from({ length: 100 }, () => 'q'),
    }));
    const boundless = { ...document, questions: [...document.questions, question], groups };
    const asking = alice.call('POST /api/admin/plan', { body: { document: boundless } });
    expect(await problemOf(asking)).toMatchObject({ status: 413, code: 'answer-too-large' });
  });

  it('a body larger than a document can be is refused unread; other routes take 16 KiB', async () => {
    const { alice } = await setUp();
    const large = { document: { x: 'x'.repeat(1024 * 1024) } };
    expect(await problemOf(alice.call('POST /api/admin/plan', { body: large as never }))).toMatchObject({
      status: 413,
      code: 'body-too-large',
    });
    const long = { revision: 1, reason: 'x'.repeat(17 * 1024) };
    expect(await problemOf(alice.call('POST /api/admin/draft/publish', { body: long }))).toMatchObject({
      status: 413,
    });
  });

  it('a version that never was is not found, nor drafted from, nor restored', async () => {
    const { alice } = await setUp();
    const { document } = await alice.call('GET /api/admin/configuration');
    for (const version of ['9', 'x', '-1', '99999999999'])
      expect(
        await problemOf(
          alice.call('GET /api/admin/configuration/versions/{version}', { params: { version } }),
        ),
      ).toMatchObject({ status: 404, code: 'no-such-version' });
    expect(await problemOf(alice.call(PUT, { body: { document, basedOn: 9, revision: 0 } }))).toMatchObject({
      status: 422,
      code: 'no-such-version',
    });
    expect(
      await problemOf(alice.call('POST /api/admin/draft/restore', { body: { version: 9, revision: 0 } })),
    ).toMatchObject({ status: 404, code: 'no-such-version' });
  });

  it.each([
    ['/api/admin/configuration/versions?colour=blue', 'field-unknown', 'colour'],
    ['/api/admin/configuration/versions?limit=many', 'field-invalid', 'limit'],
    ['/api/admin/configuration/versions?limit=1&limit=2', 'key-duplicate', 'limit'],
    ['/api/admin/directory?kind=printer&beginning=x', 'field-invalid', 'kind'],
    ['/api/admin/directory?kind=user', 'field-missing', 'beginning'],
    ['/api/admin/registrations?status=lost', 'field-invalid', 'status'],
    ['/api/admin/registrations?since=2027-02-30', 'field-invalid', 'since'],
    ['/api/admin/trail?kinds=signed-in,made-up', 'field-invalid', 'kinds'],
    ['/api/admin/trail?cursor=somewhere', 'field-invalid', 'cursor'],
  ])('%s is refused: %s', async (path, code, field) => {
    const { desk, product } = await setUp();
    const authorization = `Bearer ${await visitOf(product, 'carol')}`;
    const { status, body } = await desk.door.ask({ method: 'GET', path, headers: { authorization } });
    expect([status, JSON.parse(body)]).toMatchObject([400, { code, field }]);
  });
});
