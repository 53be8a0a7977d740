import { expect, it } from 'vitest';
import { Failure } from '../../domain/failure.ts';
import type { ConfigurationVersion } from '../../domain/policy/configuration.ts';
import type { ConfigurationStore } from '../../domain/ports/configuration-store.ts';
import { aPublication, aVersion } from '../support/stored-configurations.ts';
import { type CentralStore, collected, countOf, type MakeCentralStore } from './central-store.ts';

const publish = (configuration: ConfigurationStore, version: ConfigurationVersion) =>
  configuration.publish(version, aPublication(version));

const numbers = async (configuration: ConfigurationStore) =>
  (await configuration.versions(10)).map(({ version }) => version);

async function withVersions(make: MakeCentralStore, newest: number): Promise<CentralStore> {
  const store = await make();
  for (let version = 1; version <= newest; version += 1)
    await publish(store.configuration, aVersion(version));
  return store;
}

/** A version is published once, after the newest, together with its event. */
export function publishingContract(make: MakeCentralStore): void {
  it('keeps a version and its event together', async () => {
    const { configuration, trail } = await make();
    const version = aVersion(1);
    const event = aPublication(version);
    expect(await configuration.publish(version, event)).toBe(true);
    expect(await collected(trail.of(event.person))).toEqual([event]);
  });

  it('refuses to publish over a version that somebody else published, and tells of nothing', async () => {
    const { configuration, trail } = await withVersions(make, 2);
    for (const number of [1, 2]) {
      const version = aVersion(number);
      const event = aPublication(version);
      expect(await configuration.publish(version, event)).toBe(false);
      expect(await collected(trail.of(event.person))).toEqual([]);
    }
    expect(await numbers(configuration)).toEqual([2, 1, 0]);
  });

  it.each([0, -1, 4])('refuses number %i after version 2', async (number) => {
    const { configuration } = await withVersions(make, 2);
    expect(await publish(configuration, aVersion(number))).toBe(false);
    expect(await numbers(configuration)).toEqual([2, 1, 0]);
  });

  it('publishes nothing whose event cannot be kept', async () => {
    const { configuration, trail } = await make();
    const version = aVersion(1);
    const event = aPublication(version);
    await trail.append(event);
    await expect(configuration.publish(version, event)).rejects.toThrow(Failure);
    expect(await configuration.version(1)).toBeUndefined();
  });

  it.each([1, 2])('publishes version %i once, of 16 at once, with one event', async (number) => {
    const { configuration, trail } = await withVersions(make, number - 1);
    const racers = Array.from({ length: 16 }, (_, index) => {
      const version = aVersion(number, { reason: `racer ${index}` });
      return { version, event: aPublication(version) };
    });
    const answers = await Promise.all(
      racers.map(({ version, event }) => configuration.publish(version, event)),
    );
    expect(countOf(answers, (published) => published)).toBe(1);
    expect((await configuration.current()).reason).toBe(`racer ${answers.indexOf(true)}`);
    const told = await Promise.all(racers.map(({ event }) => collected(trail.of(event.person))));
    expect(told.map(({ length }) => length)).toEqual(answers.map(Number));
  });
}
