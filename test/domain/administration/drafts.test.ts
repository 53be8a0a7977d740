import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../domain/administration/draft.ts';
import { dropDraft } from '../../../domain/administration/drop-draft.ts';
import { listVersions } from '../../../domain/administration/list-versions.ts';
import { mergeDraft } from '../../../domain/administration/merge-draft.ts';
import { restoreVersion } from '../../../domain/administration/restore-version.ts';
import { saveDraft } from '../../../domain/administration/save-draft.ts';
import {
  acts,
  administrator,
  changed,
  drafted,
  helpLine,
  PORTAL_LANGUAGES,
  published,
  reviewed,
  wholeTrail,
} from '../../support/administering.ts';
import { aProduct, type Product } from '../../support/product.ts';
import { aUserConfiguration } from '../../support/configured.ts';

const languages = PORTAL_LANGUAGES;
const inForce = async ({ ports }: Product) => (await ports.configuration.current()).document;

describe('a draft', () => {
  it('is kept with its mistakes, and says which', async () => {
    const product = aProduct();
    const alice = await administrator(product);
    const document = await inForce(product);
    const wrong = {
      ...document,
      questionnaire: { ...document.questionnaire, items: [{ question: 'never-heard' }] },
    };
    const saved = await saveDraft(product.ports, alice, {
      document: wrong,
      basedOn: 0,
      revision: 0,
      languages,
    });
    if (saved.kind !== 'saved') return expect.fail(saved.kind);
    expect(saved.mistakes.map(({ code }) => code)).toContain('unknown-question');
    expect(await product.ports.drafts.find(alice.administrator.person)).toMatchObject({
      revision: saved.draft.revision,
      document: wrong,
    });
  });

  it('is not written over by another tab, which is shown what is there', async () => {
    const product = aProduct();
    const alice = await administrator(product);
    const document = await inForce(product);
    const { revision } = await drafted(product, alice, helpLine(document, 'first'));
    const late = {
      document: { ...document, ...helpLine(document, 'late') },
      basedOn: 0,
      revision: 0,
      languages,
    };
    expect(await saveDraft(product.ports, alice, late)).toMatchObject({
      kind: 'conflict',
      draft: { revision, document: { branding: { helpLine: { en: 'first' } } } },
    });
  });

  it('cannot be based on a version that never was', async () => {
    const product = aProduct();
    const alice = await administrator(product);
    const document = await inForce(product);
    expect(await saveDraft(product.ports, alice, { document, basedOn: 7, revision: 0, languages })).toEqual({
      kind: 'no-such-version',
    });
    expect(await product.ports.drafts.find(alice.administrator.person)).toBeUndefined();
  });

  it("is one administrator's own", async () => {
    const product = aProduct();
    const [alice, bella] = [await administrator(product), await administrator(product, 'bella')];
    const document = await inForce(product);
    await drafted(product, alice, helpLine(document, "alice's"));
    await drafted(product, bella, helpLine(document, "bella's"));
    const found = await product.ports.drafts.find(alice.administrator.person);
    expect(found?.document.branding.helpLine).toEqual({ en: "alice's" });
  });

  it('is never at a revision that an old tab has seen, though it was dropped and begun anew', async () => {
    const product = aProduct();
    const alice = await administrator(product);
    const document = await inForce(product);
    const seen = await drafted(product, alice, helpLine(document, 'old'));
    product.clock.pass(1);
    await dropDraft(product.ports, alice, { revision: seen.revision });
    product.clock.pass(1);
    await drafted(product, alice, helpLine(document, 'new'));
    const stale = { document: seen.document, basedOn: 0, revision: seen.revision, languages };
    expect(await saveDraft(product.ports, alice, stale)).toMatchObject({ kind: 'conflict' });
  });

  it('is dropped when it is the one that was seen', async () => {
    const product = aProduct();
    const alice = await administrator(product);
    const { revision } = await drafted(product, alice, helpLine(await inForce(product), 'x'));
    expect(await dropDraft(product.ports, alice, { revision: revision + 1 })).toMatchObject({
      kind: 'draft-moved',
      draft: { revision },
    });
    product.clock.pass(1);
    expect(await dropDraft(product.ports, alice, { revision })).toEqual({ kind: 'dropped' });
    expect(await dropDraft(product.ports, alice, { revision })).toEqual({ kind: 'draft-moved' });
    expect(acts(await wholeTrail(product), alice)).toEqual(['draft-saved', 'draft-dropped']);
  });
});

describe('two administrators at work on the same configuration', () => {
  /** Bella publishes while Alice's reviewed draft waits. */
  async function bothAtWork(hers: string, ours: string) {
    const product = aProduct();
    const [alice, bella] = [await administrator(product), await administrator(product, 'bella')];
    const document = await inForce(product);
    const mine = {
      ...helpLine(document, ours),
      userConfigurations: [...document.userConfigurations, aUserConfiguration('sales')],
    };
    const { draft } = await reviewed(product, alice, await drafted(product, alice, mine));
    await changed(product, bella, helpLine(document, hers));
    return { product, alice, bella, draft };
  }

  it('the second is shown who changed what and why, and keeps the draft', async () => {
    const { product, alice, draft } = await bothAtWork('Call Bella', 'Call Alice');
    const answer = await published(product, alice, draft);
    expect(answer).toMatchObject({
      kind: 'configuration-changed-meanwhile',
      version: 1,
      author: { name: 'CORP\\bella' },
      reason: 'because',
      changes: [{ section: 'branding' }],
    });
    expect(JSON.stringify(answer)).toContain('Call Bella');
    expect(await product.ports.drafts.find(alice.administrator.person)).toEqual(draft);
    expect((await inForce(product)).branding.helpLine).toEqual({ en: 'Call Bella' });
  });

  it('the second is shown it in the review too', async () => {
    const { product, alice, draft } = await bothAtWork('Call Bella', 'Call Alice');
    const { meanwhile } = await reviewed(product, alice, draft);
    expect(meanwhile?.versions).toMatchObject([
      { version: 1, author: { name: 'CORP\\bella' }, reason: 'because' },
    ]);
    expect(meanwhile?.changes).toMatchObject([{ section: 'branding' }]);
  });

  it('what both changed waits for a choice; what one changed is taken; then it is published and nothing is lost', async () => {
    const { product, alice, draft } = await bothAtWork('Call Bella', 'Call Alice');
    const { revision } = draft;
    const asked = await mergeDraft(product.ports, alice, { revision, choices: {} });
    if (asked.kind !== 'choose') return expect.fail(asked.kind);
    const [overlap] = asked.overlaps;
    expect(asked.overlaps).toHaveLength(1);
    expect(overlap?.theirs.join()).toContain('Call Bella');
    expect(overlap?.mine.join()).toContain('Call Alice');
    expect(await product.ports.drafts.find(alice.administrator.person)).toEqual(draft);

    const choices = { [overlap?.key ?? '']: 'theirs' } as const;
    const merged = await mergeDraft(product.ports, alice, { revision, version: asked.version, choices });
    if (merged.kind !== 'merged') return expect.fail(merged.kind);
    // What was merged has to be seen before it is published.
    expect(await published(product, alice, merged.draft)).toEqual({ kind: 'review-first' });
    const { draft: again, review } = await reviewed(product, alice, merged.draft);
    expect(review.changes).toMatchObject([{ section: 'userConfigurations', id: 'sales', kind: 'added' }]);
    expect(await published(product, alice, again)).toEqual({ kind: 'published', version: 2 });
    const document = await inForce(product);
    expect(document.branding.helpLine).toEqual({ en: 'Call Bella' });
    expect(document.userConfigurations.map(({ id }) => id)).toContain('sales');
  });

  it('a choice that was made for another version does not count', async () => {
    const { product, alice, bella, draft } = await bothAtWork('Call Bella', 'Call Alice');
    const { revision } = draft;
    const asked = await mergeDraft(product.ports, alice, { revision, choices: {} });
    if (asked.kind !== 'choose') return expect.fail(asked.kind);
    const choices = Object.fromEntries(asked.overlaps.map(({ key }) => [key, 'mine' as const]));
    await changed(product, bella, helpLine(await inForce(product), 'Call nobody'));
    const again = await mergeDraft(product.ports, alice, { revision, version: asked.version, choices });
    expect(again).toMatchObject({ kind: 'choose', version: 2 });
    expect(JSON.stringify(again)).toContain('Call nobody');
  });

  it('of two that publish at the same moment, one does', async () => {
    const product = aProduct();
    const both = [await administrator(product), await administrator(product, 'bella')];
    const document = await inForce(product);
    const drafts: Draft[] = [];
    for (const one of both)
      drafts.push(
        (
          await reviewed(
            product,
            one,
            await drafted(product, one, helpLine(document, one.displayName + one.key)),
          )
        ).draft,
      );
    const answers = await Promise.all(
      both.map((session, i) => published(product, session, drafts[i] ?? expect.fail('no draft'))),
    );
    expect(answers.map(({ kind }) => kind).toSorted()).toEqual([
      'configuration-changed-meanwhile',
      'published',
    ]);
    expect(await product.ports.configuration.versions(9)).toHaveLength(2);
  });
});

describe('versions', () => {
  it('are listed newest first, a page at a time, down to the deployment’s own', async () => {
    const product = aProduct();
    const alice = await administrator(product);
    for (const text of ['one', 'two', 'three'])
      await changed(product, alice, helpLine(await inForce(product), text));
    const first = await listVersions(product.ports, { limit: 2 });
    expect(first.versions.map(({ version }) => version)).toEqual([3, 2]);
    const second = await listVersions(product.ports, { limit: 2, before: first.next ?? 0 });
    expect(second.versions).toMatchObject([{ version: 1, author: { name: 'CORP\\alice' } }, { version: 0 }]);
    expect(second.next).toBeUndefined();
  });

  it('can be restored, through a draft like any other', async () => {
    const product = aProduct();
    const alice = await administrator(product);
    const original = await inForce(product);
    await changed(product, alice, helpLine(original, 'a mistake'));
    const restored = await restoreVersion(product.ports, alice, { version: 0, revision: 0 });
    if (restored.kind !== 'restored') return expect.fail(restored.kind);
    expect((await inForce(product)).branding.helpLine).toEqual({ en: 'a mistake' });
    const { draft } = await reviewed(product, alice, restored.draft);
    expect(await published(product, alice, draft)).toEqual({ kind: 'published', version: 2 });
    expect(await inForce(product)).toEqual(original);
  });

  it('are not restored over a draft that was not seen, nor when there is none of that number', async () => {
    const product = aProduct();
    const alice = await administrator(product);
    await drafted(product, alice, helpLine(await inForce(product), 'work of a day'));
    expect(await restoreVersion(product.ports, alice, { version: 0, revision: 0 })).toMatchObject({
      kind: 'conflict',
      draft: { document: { branding: { helpLine: { en: 'work of a day' } } } },
    });
    expect(await restoreVersion(product.ports, alice, { version: 9, revision: 1 })).toEqual({
      kind: 'no-such-version',
    });
  });
});
