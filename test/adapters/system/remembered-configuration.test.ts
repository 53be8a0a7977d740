import { describe, expect, it } from 'vitest';
import { rememberedConfiguration } from '../../../adapters/system/remembered-configuration.ts';
import type { ConfigurationStore } from '../../../domain/ports/configuration-store.ts';
import { aConfiguration } from '../../support/configured.ts';
import { aPublication, aVersion } from '../../support/stored-configurations.ts';

const publish = (store: ConfigurationStore, number: number) =>
  store.publish(aVersion(number), aPublication(aVersion(number)));

/** A store that counts how often it is asked, and can be told to break. */
function setting() {
  const asked = { times: 0, broken: false, now: 0 };
  let version = 0;
  const store: ConfigurationStore = {
    current: async () => {
      asked.times += 1;
      if (asked.broken) throw new Error('broken');
      return aConfiguration({ version });
    },
    version: async (number) => aVersion(number),
    versions: async (limit, before) => [aVersion(limit), aVersion(before ?? 0)],
    publish: async (next) => {
      const free = next.version === version + 1;
      if (free) version += 1;
      return free;
    },
  };
  return { asked, store, remembered: rememberedConfiguration(store, { now: () => asked.now }, 100) };
}

describe('remembered configuration', () => {
  it('asks for the version in force once in its time, also when many ask at once', async () => {
    const { asked, remembered } = setting();
    await Promise.all([remembered.current(), remembered.current(), remembered.current()]);
    asked.now = 99;
    await remembered.current();
    expect(asked.times).toBe(1);
    asked.now = 100;
    await remembered.current();
    expect(asked.times).toBe(2);
  });

  it('sees what others publish once its time is over', async () => {
    const { asked, store, remembered } = setting();
    await remembered.current();
    await publish(store, 1);
    expect((await remembered.current()).version).toBe(0);
    asked.now = 100;
    expect((await remembered.current()).version).toBe(1);
  });

  it('sees at once what is published through it, and what made a publication fail', async () => {
    const { store, remembered } = setting();
    await remembered.current();
    expect(await publish(remembered, 1)).toBe(true);
    expect((await remembered.current()).version).toBe(1);
    await publish(store, 2);
    expect(await publish(remembered, 2)).toBe(false);
    expect((await remembered.current()).version).toBe(2);
  });

  it('does not remember a failure', async () => {
    const { asked, remembered } = setting();
    asked.broken = true;
    await expect(remembered.current()).rejects.toThrow('broken');
    asked.broken = false;
    expect((await remembered.current()).version).toBe(0);
  });

  it('hands earlier versions through', async () => {
    const { remembered } = setting();
    expect((await remembered.version(7))?.version).toBe(7);
    expect((await remembered.versions(9, 3)).map(({ version }) => version)).toEqual([9, 3]);
  });
});
