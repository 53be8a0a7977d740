import { describe, expect, it } from 'vitest';
import { aConfiguration } from '../support/stored-records.ts';
import { atOnce, countOf, type MakeCentralStore } from './central-store.ts';

const named = (name: string) => aConfiguration({ organization: { name, helpDeskPhone: '' } });

/** What every configuration store promises. The store under test was given `aConfiguration()` by its deployment. */
export function configurationStoreContract(name: string, make: MakeCentralStore): void {
  describe(`configuration store on ${name}`, () => {
    it('has the deployment’s own configuration in force until one is published', async () => {
      const { configuration } = await make();
      expect(await configuration.current()).toEqual(aConfiguration());
      expect(await configuration.version(0)).toEqual(aConfiguration());
      expect(await configuration.version(1)).toBeUndefined();
    });

    it('puts what is published in force, one version up, and keeps every earlier one', async () => {
      const { configuration } = await make();
      for (let seen = 0; seen < 12; seen += 1)
        expect(await configuration.publish(named(`number ${seen + 1}`), seen)).toBe(true);
      expect(await configuration.current()).toEqual({ ...named('number 12'), version: 12 });
      expect(await configuration.version(2)).toEqual({ ...named('number 2'), version: 2 });
      expect(await configuration.version(0)).toEqual(aConfiguration());
    });

    it('refuses to publish over a version that somebody else published', async () => {
      const { configuration } = await make();
      await configuration.publish(named('theirs'), 0);
      expect(await configuration.publish(named('ours'), 0)).toBe(false);
      expect((await configuration.current()).organization.name).toBe('theirs');
    });

    it('publishes one of 16 at once', async () => {
      const { configuration } = await make();
      const answers = await atOnce(16, (index) => configuration.publish(named(`number ${index}`), 0));
      expect(countOf(answers, (published) => published)).toBe(1);
      const winner = answers.indexOf(true);
      expect((await configuration.current()).organization.name).toBe(`number ${winner}`);
    });
  });
}
