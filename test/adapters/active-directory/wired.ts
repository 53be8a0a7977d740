import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { DomainSettings } from '../../../adapters/active-directory/domain-settings.ts';
import { type LookAlike, startLookAlike } from '../../../local/directory/look-alike.ts';
import { theOne } from '../../contracts/directory-person.ts';
import { portsOf, settingsOf } from './ports-of.ts';
import { present } from './present.ts';
import { type Relay, startRelay } from './relay.ts';

export const ALICE = { kind: 'account-name', name: 'alice' } as const;

/** A look-alike as at the beginning before each test of the file, and a wire to it that can be cut. */
export function wired() {
  let lookAlike: LookAlike | undefined;
  let relay: Relay | undefined;
  beforeAll(async () => {
    lookAlike = await startLookAlike();
  });
  afterAll(() => lookAlike?.stop());
  beforeEach(async () => {
    relay = await startRelay(present(lookAlike).port);
  });
  afterEach(async () => {
    await relay?.stop();
    lookAlike?.reset();
  });
  const at = (urls: readonly string[], more: Partial<DomainSettings> = {}) =>
    portsOf({ ...settingsOf(urls, present(lookAlike).ca), ...more });
  return {
    lookAlike: () => present(lookAlike),
    relay: () => present(relay),
    /** The ports at these domain controllers. */
    at,
    /** Alice's account, read over the wire. */
    alice: async () => theOne(await at([present(relay).url]).reader.find(ALICE)),
  };
}
