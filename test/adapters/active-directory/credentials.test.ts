import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Credential, CredentialSource } from '../../../adapters/active-directory/credential-source.ts';
import { directoryReader } from '../../../adapters/active-directory/directory-reader.ts';
import { repairDesk } from '../../../adapters/active-directory/repair-desk.ts';
import { Failure } from '../../../domain/failure.ts';
import { type LookAlike, startLookAlike } from '../../../local/directory/look-alike.ts';
import { DOMAIN } from '../../../local/people.ts';
import { settingsOf } from './ports-of.ts';

const ALICE = { kind: 'account-name', name: 'alice' } as const;
const GOOD = { username: DOMAIN.reader.upn, password: DOMAIN.reader.password };
const STALE = { ...GOOD, password: 'Rotated-Away-0001' };

let lookAlike: LookAlike;
beforeAll(async () => {
  lookAlike = await startLookAlike();
});
afterAll(() => lookAlike.stop());
afterEach(() => lookAlike.reset());

/** A source that tells how often it was read anew. */
function source(
  current: Credential,
  refreshed: Credential,
): CredentialSource & { readonly readings: () => number } {
  let readings = 0;
  return {
    current: () => Promise.resolve(current),
    refreshed: () => {
      readings += 1;
      return Promise.resolve(refreshed);
    },
    readings: () => readings,
  };
}
const find = (credentials: CredentialSource) =>
  directoryReader(settingsOf([lookAlike.url, lookAlike.url], lookAlike.ca), credentials).find(ALICE);

describe('the credential of an own account', () => {
  it('is not read anew as long as it is taken', async () => {
    const credentials = source(GOOD, STALE);
    expect(await find(credentials)).toMatchObject({ account: { username: 'alice' } });
    expect(credentials.readings()).toBe(0);
  });

  it('is read anew once when it is refused, for it may have been rotated', async () => {
    const credentials = source(STALE, GOOD);
    expect(await find(credentials)).toMatchObject({ account: { username: 'alice' } });
    expect(credentials.readings()).toBe(1);
  });

  it('is a failure when the new one is refused too; no other domain controller is troubled with it', async () => {
    const credentials = source(STALE, { ...GOOD, password: 'Never-Was-It-0002' });
    const failing = find(credentials);
    await expect(failing).rejects.toMatchObject({ name: 'Failure', code: 'directory-credentials' });
    await expect(failing).rejects.toThrow(
      new RegExp(`${lookAlike.url} refuses the account ${GOOD.username}.*52e`),
    );
    expect(credentials.readings()).toBe(1);
    expect(lookAlike.counts()).toMatchObject({ connections: 1, binds: 2 });
  });

  it('is not tried twice when reading anew brings the same one: that would only lock the account sooner', async () => {
    await expect(find(source(STALE, STALE))).rejects.toMatchObject({ code: 'directory-credentials' });
    expect(lookAlike.counts().binds).toBe(1);
  });

  it('never shows its password in a failure', async () => {
    const error: unknown = await find(source(STALE, STALE)).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Failure);
    const { message, stack, cause } = error as Failure;
    expect(`${message} ${stack} ${String(cause)}`).not.toContain(STALE.password);
  });

  it.each([
    ['no password', { ...GOOD, password: '' }],
    ['no name', { ...GOOD, username: '' }],
  ])('with %s never comes to a bind, which would be anonymous', async (_, credential) => {
    await expect(find(source(credential, credential))).rejects.toMatchObject({
      code: 'directory-credentials',
    });
    expect(lookAlike.counts().binds).toBe(0);
  });

  it.each([
    DOMAIN.reader.username,
    `${DOMAIN.netbios}\\${DOMAIN.reader.username}`,
    `CN=${DOMAIN.reader.username},${DOMAIN.reader.ou},${DOMAIN.base}`,
  ])('may name the account as %s', async (username) => {
    expect(await find(source({ ...GOOD, username }, STALE))).toMatchObject({
      account: { username: 'alice' },
    });
  });

  it('may not name a SASL mechanism: such a name is an account like any other', async () => {
    await expect(find(source({ ...GOOD, username: 'PLAIN' }, GOOD))).resolves.toMatchObject({
      account: { username: 'alice' },
    });
    expect(lookAlike.counts()).toMatchObject({ binds: 2, bindsRefused: 1 });
  });

  it('that cannot be read is the reader’s failure, and the work is not begun', async () => {
    const trouble = new Failure('secrets-unavailable', 'the secret is away');
    const desk = repairDesk(settingsOf([lookAlike.url], lookAlike.ca), {
      current: () => Promise.reject(trouble),
      refreshed: () => Promise.reject(trouble),
    });
    let begun = false;
    const person = { domain: 'CORP', guid: lookAlike.guidOf('alice') };
    await expect(desk.at(person, () => Promise.resolve((begun = true)))).rejects.toBe(trouble);
    expect(begun).toBe(false);
  });
});
