import { describe, expect, it } from 'vitest';
import { configurationOf, type ConfigurationVersion } from '../../domain/policy/configuration.ts';
import type { ConfigurationStore } from '../../domain/ports/configuration-store.ts';
import { aConfiguration } from '../support/configured.ts';
import { aDocument, aPublication, aVersion } from '../support/stored-configurations.ts';
import { type CentralStore, collected, type MakeCentralStore } from './central-store.ts';
import { publishingContract } from './configuration-store-publishing.ts';

const publish = (configuration: ConfigurationStore, version: ConfigurationVersion) =>
  configuration.publish(version, aPublication(version));

const numbers = async (listed: Promise<readonly ConfigurationVersion[]>) =>
  (await listed).map(({ version }) => version);

/** A store with versions 1 to `newest` published. */
async function withVersions(make: MakeCentralStore, newest: number): Promise<CentralStore> {
  const store = await make();
  for (let version = 1; version <= newest; version += 1)
    expect(await publish(store.configuration, aVersion(version))).toBe(true);
  return store;
}

/** What every configuration store promises. The store under test was given `aConfiguration()` by its deployment. */
export function configurationStoreContract(name: string, make: MakeCentralStore): void {
  describe(`configuration store on ${name}`, () => {
    inForce(make);
    listing(make);
    publishingContract(make);
    sizes(make);
  });
}

function inForce(make: MakeCentralStore): void {
  it('has the deployment’s own configuration in force until one is published', async () => {
    const { configuration } = await make();
    expect(await configuration.current()).toEqual(aConfiguration());
    expect(await configuration.version(1)).toBeUndefined();
  });

  it('has nothing of the deployment in the version the deployment begins with', async () => {
    const { configuration } = await make();
    const own = aConfiguration();
    expect(await configuration.version(0)).toEqual({
      version: 0,
      document: own.document,
      questionnaireVersion: own.questionnaireVersion,
      earlierQuestionnaires: own.earlierQuestionnaires,
      reason: own.reason,
      publishedAt: own.publishedAt,
    });
  });

  it('puts what is published in force, and keeps every earlier one as it was published', async () => {
    const { configuration } = await withVersions(make, 11);
    const last = aVersion(12);
    await publish(configuration, last);
    const { defaultDomain, domains, claims, eligibility, limits, outside, administrators } = aConfiguration();
    const deployment = { defaultDomain, domains, claims, eligibility, limits, outside, administrators };
    expect(await configuration.current()).toEqual(configurationOf(last, deployment));
    expect(await configuration.version(12)).toEqual(last);
    expect((await configuration.version(2))?.reason).toBe('Because of 2');
  });

  it('lets no version speak for the deployment, whatever was published with it', async () => {
    const { configuration } = await make();
    const { administrators, limits } = aConfiguration();
    const more = { administrators: [], limits: { ...limits, triesPerFlow: 999 }, unheardOf: true };
    await publish(configuration, { ...aVersion(1), ...more });
    expect(await configuration.current()).toMatchObject({ version: 1, administrators, limits });
    expect(await configuration.current()).not.toHaveProperty('unheardOf');
    expect(await configuration.version(1)).not.toHaveProperty('administrators');
  });

  it('gives a document back to the letter, its keys in the order they were in', async () => {
    const { configuration } = await make();
    const texts = { 'zh-CN': 'z', en: 'e', de: '', ar: '\u200fأ & < > " \' 🐈' };
    const questions = [{ id: 'own', texts, minimumLength: 3, caseSensitive: false }];
    await publish(configuration, aVersion(1, { document: aDocument({ questions }) }));
    const kept = (await configuration.current()).document.questions;
    expect(JSON.stringify(kept)).toBe(JSON.stringify(questions));
  });
}

function listing(make: MakeCentralStore): void {
  it('lists versions newest first, as many as asked for, and the deployment’s own last', async () => {
    const { configuration } = await withVersions(make, 5);
    expect(await numbers(configuration.versions(10))).toEqual([5, 4, 3, 2, 1, 0]);
    expect(await numbers(configuration.versions(6))).toEqual([5, 4, 3, 2, 1, 0]);
    expect(await numbers(configuration.versions(5))).toEqual([5, 4, 3, 2, 1]);
    expect(await numbers(configuration.versions(0))).toEqual([]);
    expect((await configuration.versions(1))[0]).toEqual(await configuration.version(5));
  });

  it('lists what lies before a version, and nothing before the deployment’s own', async () => {
    const { configuration } = await withVersions(make, 5);
    expect(await numbers(configuration.versions(2, 5))).toEqual([4, 3]);
    expect(await numbers(configuration.versions(2, 3))).toEqual([2, 1]);
    expect(await numbers(configuration.versions(2, 1))).toEqual([0]);
    expect(await numbers(configuration.versions(2, 0))).toEqual([]);
  });

  it('lists the deployment’s own where nothing was published', async () => {
    const { configuration } = await make();
    expect(await configuration.versions(10)).toEqual([await configuration.version(0)]);
  });
}

function sizes(make: MakeCentralStore): void {
  const ofBytes = (bytes: number) => aVersion(1, { reason: 'é'.repeat(bytes / 2) });

  it('keeps a version of 300 kB', async () => {
    const { configuration } = await make();
    const version = ofBytes(300_000);
    expect(await publish(configuration, version)).toBe(true);
    expect(await configuration.version(1)).toEqual(version);
  });

  it('refuses a larger one, saying how large it is and what is allowed, and tells of nothing', async () => {
    const { configuration, trail } = await make();
    const version = ofBytes(380_000);
    const event = { ...aPublication(version), happening: { kind: 'signed-in' } as const };
    await expect(configuration.publish(version, event)).rejects.toMatchObject({
      code: 'record-too-large',
      message: expect.stringMatching(/the configuration is 3\d{5} bytes.*at most 350000/) as unknown,
    });
    expect(await configuration.version(1)).toBeUndefined();
    expect(await collected(trail.of(event.person))).toEqual([]);
  });
}
