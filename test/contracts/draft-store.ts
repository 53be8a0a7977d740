import { describe, expect, it } from 'vitest';
import type { ConfigurationDocument } from '../../domain/policy/configuration-document.ts';
import { aDocument, aDraft } from '../support/stored-configurations.ts';
import { aPerson, NOW } from '../support/stored-records.ts';
import { atOnce, countOf, type MakeCentralStore } from './central-store.ts';

/** What every draft store promises. */
export function draftStoreContract(name: string, make: MakeCentralStore): void {
  describe(`draft store on ${name}`, () => {
    keeping(make);
    moving(make);
    dropping(make);
  });
}

function keeping(make: MakeCentralStore): void {
  it('keeps each administrator’s draft, and no other administrator’s', async () => {
    const { drafts } = await make();
    const [one, other] = [aDraft({ reviewed: 1 }), aDraft({ basedOn: 3 })];
    expect(await drafts.save(one, 0)).toBe(true);
    expect(await drafts.save(other, 0)).toBe(true);
    expect(await drafts.find(one.author)).toEqual(one);
    expect(await drafts.find(other.author)).toEqual(other);
    expect(await drafts.find(aPerson())).toBeUndefined();
  });

  it('gives a draft back with its mistakes, and with its keys in the order they were in', async () => {
    const { drafts } = await make();
    const mistaken = { zoo: [[]], '': 'no key', groups: null, questions: [{ texts: { fr: '', en: '' } }] };
    const document = { ...aDocument(), ...mistaken } as unknown as ConfigurationDocument;
    const draft = aDraft({ document });
    await drafts.save(draft, 0);
    expect(JSON.stringify((await drafts.find(draft.author))?.document)).toBe(JSON.stringify(document));
  });

  it('leaves the configuration alone', async () => {
    const { drafts, configuration } = await make();
    await drafts.save(aDraft({ revision: 7 }), 0);
    expect((await configuration.current()).version).toBe(0);
    expect(await configuration.versions(10)).toHaveLength(1);
  });

  it('refuses a draft that no record can hold, saying how large it is, and keeps the one before', async () => {
    const { drafts } = await make();
    const draft = aDraft();
    await drafts.save(draft, 0);
    const branding = { ...draft.document.branding, linkWording: { en: 'x'.repeat(400_000) } };
    const larger = { ...draft, revision: 2, document: aDocument({ branding }) };
    await expect(drafts.save(larger, 1)).rejects.toMatchObject({
      code: 'record-too-large',
      message: expect.stringMatching(/the draft is 4\d{5} bytes/) as unknown,
    });
    expect(await drafts.find(draft.author)).toEqual(draft);
  });
}

function moving(make: MakeCentralStore): void {
  it('replaces a draft by the next, with what it takes away', async () => {
    const { drafts } = await make();
    const draft = aDraft();
    await drafts.save({ ...draft, reviewed: 1 }, 0);
    const next = { ...draft, revision: 2, savedAt: NOW + 1 };
    expect(await drafts.save(next, 1)).toBe(true);
    expect(await drafts.find(draft.author)).toEqual(next);
  });

  it.each([0, 1, 3])('keeps nothing over revision 2 for somebody who saw revision %i', async (seen) => {
    const { drafts } = await make();
    const draft = aDraft();
    await drafts.save(draft, 0);
    const second = { ...draft, revision: 2 };
    await drafts.save(second, 1);
    expect(await drafts.save({ ...draft, revision: seen + 1, basedOn: 9 }, seen)).toBe(false);
    expect(await drafts.find(draft.author)).toEqual(second);
  });

  it('keeps nothing in place of a draft that is gone', async () => {
    const { drafts } = await make();
    const draft = aDraft({ revision: 2 });
    expect(await drafts.save(draft, 1)).toBe(false);
    expect(await drafts.find(draft.author)).toBeUndefined();
  });

  it.each([0, 1])('keeps one of 16 at once that saw revision %i', async (seen) => {
    const { drafts } = await make();
    const draft = aDraft();
    if (seen > 0) await drafts.save(draft, 0);
    const answers = await atOnce(16, (index) =>
      drafts.save({ ...draft, revision: seen + 1, basedOn: index }, seen),
    );
    expect(countOf(answers, (saved) => saved)).toBe(1);
    expect((await drafts.find(draft.author))?.basedOn).toBe(answers.indexOf(true));
  });
}

function dropping(make: MakeCentralStore): void {
  it('drops a draft for who saw it last, and lets a new one begin', async () => {
    const { drafts } = await make();
    const [draft, other] = [aDraft(), aDraft()];
    await drafts.save(draft, 0);
    await drafts.save(other, 0);
    expect(await drafts.drop(draft.author, 2)).toBe(false);
    expect(await drafts.find(draft.author)).toEqual(draft);
    expect(await drafts.drop(draft.author, 1)).toBe(true);
    expect(await drafts.find(draft.author)).toBeUndefined();
    expect(await drafts.drop(draft.author, 1)).toBe(false);
    expect(await drafts.save(draft, 0)).toBe(true);
    expect(await drafts.find(other.author)).toEqual(other);
  });
}
