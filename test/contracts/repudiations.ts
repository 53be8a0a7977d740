import { describe, expect, it } from 'vitest';
import { aRepudiation } from '../support/stored-notes.ts';
import { DAY, NOW } from '../support/stored-records.ts';
import type { MakeCentralStore } from './central-store.ts';

/** What every store of what the links of letters may do promises. */
export function repudiationsContract(name: string, make: MakeCentralStore): void {
  describe(`links of letters on ${name}`, () => {
    it('keeps what a link may do as it was made, finds it as often as it is asked for, and knows no other', async () => {
      const { repudiations } = await make();
      const [freeze, lift] = [aRepudiation({ liftable: true }), aRepudiation({ purpose: 'unfreeze' })];
      await repudiations.keep('one', freeze);
      await repudiations.keep('other', lift);
      expect(await repudiations.find('one')).toEqual(freeze);
      expect(await repudiations.find('one')).toEqual(freeze);
      expect(await repudiations.find('other')).toEqual(lift);
      expect(await repudiations.find('another')).toBeUndefined();
    });

    it('never lets another one take the place of a link that went out', async () => {
      const { repudiations } = await make();
      const first = aRepudiation();
      await repudiations.keep('one', first);
      await repudiations.keep('one', first);
      await repudiations.keep('one', aRepudiation({ expiresAt: NOW + 99 * DAY }));
      expect(await repudiations.find('one')).toEqual(first);
    });
  });
}
