import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Call, ConfigurationDocument } from '../../client/client.ts';
import { ADMINISTRATORS } from '../../local/cast/administrators.ts';
import { administratorAt, drafted, problemOf, published, reviewed } from './proofs/administering.ts';
import { startRunning, type Running } from './proofs/running.ts';

const helpLine =
  (en: string) =>
  (document: ConfigurationDocument): ConfigurationDocument => ({
    ...document,
    branding: { ...document.branding, helpLine: { ...document.branding.helpLine, en } },
  });
const QUESTION = {
  id: 'first-boat',
  texts: { en: 'What was the first boat you rowed called?' },
  minimumLength: 3,
  caseSensitive: false,
};
const withQuestion = (document: ConfigurationDocument): ConfigurationDocument => ({
  ...document,
  questions: [...document.questions, QUESTION],
});

describe('two administrators who edit the same thing', () => {
  let running: Running;
  let ada: Call;
  let pavel: Call;
  let mine = 0;

  beforeAll(async () => {
    running = await startRunning({ people: ADMINISTRATORS });
    [ada, pavel] = [await administratorAt(running, 'ada'), await administratorAt(running, 'pavel')];
  });
  afterAll(() => running?.stop());

  it('each have a draft of their own', async () => {
    mine = await drafted(pavel, (document) => helpLine('Call Pavel')(withQuestion(document)));
    expect((await ada('GET /api/admin/draft')).draft).toBeNull();
    expect(await published(ada, helpLine('Call Ada'), { reason: 'The desk has moved' })).toBe(1);
  });

  it('the second is shown who changed what and why, and what both changed, and loses nothing', async () => {
    const seen = await reviewed(pavel, mine);
    mine = seen.revision;
    expect(seen.review.meanwhile).toMatchObject({
      versions: [{ version: 1, author: 'CORP\\ada', reason: 'The desk has moved' }],
      changes: [{ section: 'branding', kind: 'changed', after: [expect.stringContaining('Call Ada')] }],
      overlaps: [
        {
          section: 'branding',
          theirs: [expect.stringContaining('Call Ada')],
          mine: [expect.stringContaining('Call Pavel')],
        },
      ],
    });
    const body = { revision: mine, reason: 'A boat' };
    const refused = await problemOf(pavel('POST /api/admin/draft/publish', { body }));
    expect(refused).toMatchObject({ status: 409, code: 'configuration-changed-meanwhile' });
    expect(refused).toHaveProperty('meanwhile.versions.0.reason', 'The desk has moved');
    expect((await pavel('GET /api/admin/draft')).draft?.document).toMatchObject({
      branding: { helpLine: { en: 'Call Pavel' } },
      questions: expect.arrayContaining([QUESTION]),
    });
    expect((await pavel('GET /api/admin/configuration')).document.branding.helpLine['en']).toBe('Call Ada');
  });

  it('the second chooses where both changed the same; what only one changed is kept by itself', async () => {
    const unchosen = await problemOf(
      pavel('POST /api/admin/draft/merge', { body: { revision: mine, version: 1, choices: {} } }),
    );
    expect(unchosen).toMatchObject({ status: 409, code: 'choose-first' });
    const { review } = await reviewed(pavel, mine);
    const keys = review.meanwhile?.overlaps.map(({ key }) => key) ?? [];
    const choices = Object.fromEntries(keys.map((key) => [key, 'theirs' as const]));
    const merged = await pavel('POST /api/admin/draft/merge', {
      body: { revision: mine, version: 1, choices },
    });
    expect(merged.draft.basedOn).toBe(1);
    const again = await reviewed(pavel, merged.draft.revision);
    expect(again.review.changes.map(({ section, kind }) => [section, kind])).toEqual([
      ['questions', 'added'],
    ]);
    const body = { revision: again.revision, reason: 'A boat' };
    expect(await pavel('POST /api/admin/draft/publish', { body })).toEqual({ version: 2 });
    const { document } = await ada('GET /api/admin/configuration');
    expect(document.branding.helpLine['en']).toBe('Call Ada');
    expect(document.questions).toContainEqual(QUESTION);
  });

  it('choices that were made for an older version do not count for a newer one', async () => {
    const revision = await drafted(pavel, helpLine('Call Pavel after all'));
    await published(ada, helpLine('Call Ada, room 3'));
    const { review } = await reviewed(pavel, revision);
    const keys = review.meanwhile?.overlaps.map(({ key }) => key) ?? [];
    const choices = Object.fromEntries(keys.map((key) => [key, 'mine' as const]));
    await published(ada, helpLine('Call Ada, room 4'));
    const { draft } = await pavel('GET /api/admin/draft');
    const body = { revision: draft?.revision ?? 0, version: 3, choices };
    expect(await problemOf(pavel('POST /api/admin/draft/merge', { body }))).toMatchObject({
      code: 'choose-first',
    });
    expect((await ada('GET /api/admin/configuration')).document.branding.helpLine['en']).toBe(
      'Call Ada, room 4',
    );
  });

  it('one of them in two windows is told in the second, and nothing is written over', async () => {
    const { draft } = await pavel('GET /api/admin/draft');
    const seen = draft?.revision ?? 0;
    const save = (en: string) => {
      const document = helpLine(en)(draft?.document ?? never());
      return pavel('PUT /api/admin/draft', {
        body: { document, basedOn: draft?.basedOn ?? 0, revision: seen },
      });
    };
    await save('From the first window');
    expect(await problemOf(save('From the second window'))).toMatchObject({
      status: 409,
      code: 'draft-moved',
    });
    const { draft: kept } = await pavel('GET /api/admin/draft');
    expect(kept?.document.branding.helpLine['en']).toBe('From the first window');
  });
});

function never(): never {
  throw new Error('there is no draft');
}
