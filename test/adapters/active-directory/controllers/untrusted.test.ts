import { describe, expect, it } from 'vitest';
import { startLookAlike } from '../../../../local/directory/look-alike.ts';
import { portsOf, settingsOf } from '../ports-of.ts';
import { ALICE, wired } from '../wired.ts';

const { lookAlike } = wired();

describe('a domain controller that cannot be trusted', () => {
  it('is a failure of trust when another authority vouches for it, and is told nothing', async () => {
    const stranger = await startLookAlike();
    const { reader } = portsOf(settingsOf([lookAlike().url], stranger.ca));
    await stranger.stop();
    const failing = reader.find(ALICE);
    await expect(failing).rejects.toMatchObject({ code: 'directory-untrusted' });
    await expect(failing).rejects.toThrow(new RegExp(`${lookAlike().url} cannot be trusted: [A-Z_]+`));
    expect(lookAlike().counts().binds).toBe(0);
  });

  it('is a failure of trust when the certificate is for another name', async () => {
    const elsewhere = await startLookAlike({ host: '127.0.0.2' });
    const url = `ldaps://127.0.0.2:${elsewhere.port}`;
    const failing = portsOf(settingsOf([url], elsewhere.ca)).reader.find(ALICE);
    await expect(failing).rejects.toThrow(`${url} cannot be trusted: ERR_TLS_CERT_ALTNAME_INVALID`);
    await expect(failing).rejects.toMatchObject({ code: 'directory-untrusted' });
    await elsewhere.stop();
  });
});
