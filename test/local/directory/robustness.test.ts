import { connect } from 'node:tls';
import type { TLSSocket } from 'node:tls';
import { Attribute, Change, Client } from 'ldapts';
import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  element,
  elements,
  integer,
  integerOf,
  MalformedMessage,
  octets,
} from '../../../local/directory/ber.ts';
import { startLookAlike } from '../../../local/directory/look-alike.ts';
import type { LookAlike } from '../../../local/directory/look-alike.ts';
import { decodeRequest } from '../../../local/directory/request.ts';
import { BASE, bindAnswer, clientOf, dnOf, on, quoted, READER, RESETTER, saidOf } from './connect.ts';

let ad: LookAlike;
beforeAll(async () => {
  ad = await startLookAlike();
});
beforeEach(() => ad.reset());
afterAll(() => ad.stop());

const open = (): Promise<TLSSocket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port: ad.port, host: '127.0.0.1', ca: [ad.ca] }, () => resolve(socket));
    socket.once('error', reject);
  });

/** Sends bytes and waits for the server to close; tells what it answered before. */
async function send(bytes: Buffer): Promise<Buffer> {
  const socket = await open();
  const answered: Buffer[] = [];
  return new Promise((resolve) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk: Buffer) => answered.push(chunk));
    socket.once('close', () => resolve(Buffer.concat(answered)));
    socket.write(bytes);
  });
}

const simpleBind = (name: string, password: string) =>
  element(0x30, integer(1), element(0x60, integer(3), octets(name), octets(password, 0x80)));

describe('bytes that are no LDAP', () => {
  it.each([
    ['another protocol', Buffer.from('GET / HTTP/1.1\r\nHost: x\r\n\r\n')],
    ['an indefinite length', Buffer.from([0x30, 0x80, 0x02, 0x01, 0x01])],
    ['a message of four gigabytes', Buffer.from([0x30, 0x84, 0xff, 0xff, 0xff, 0xff])],
    ['a message longer than its envelope', Buffer.from([0x30, 0x03, 0x02, 0x7f, 0x01])],
    ['a filter of a thousand levels', nestedSearch(1000)],
  ])('close the connection and nothing else: %s', async (_, bytes) => {
    expect(await send(bytes)).toEqual(Buffer.alloc(0));
    expect(ad.counts().malformed).toBe(1);
    expect(await bindAnswer(ad, ...READER)).toBe('ok');
  });

  it('never make the decoder fail in any other way than saying so', () => {
    const check = (bytes: Buffer): void => {
      let failure: unknown;
      try {
        decodeRequest(bytes);
      } catch (error) {
        failure = error;
      }
      expect(failure ?? new MalformedMessage('none')).toBeInstanceOf(MalformedMessage);
    };
    const valid = nestedSearch(3);
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => check(Buffer.from(bytes))));
    const flipped = fc.tuple(fc.nat(valid.length - 1), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(fc.array(flipped, { minLength: 1, maxLength: 4 }), (flips) => {
        const bytes = Buffer.from(valid);
        for (const [at, value] of flips) bytes.writeUInt8(value, at);
        check(bytes);
      }),
      { numRuns: 1000 },
    );
  });
});

/** A search request whose filter is that many nots around a presence. */
function nestedSearch(levels: number): Buffer {
  let filter = octets('cn', 0x87);
  for (let i = 0; i < levels; i += 1) filter = element(0xa2, filter);
  const body = [
    octets(BASE),
    integer(2, 0x0a),
    integer(0, 0x0a),
    integer(0),
    integer(0),
    element(1, Buffer.from([0])),
    filter,
  ];
  return element(0x30, integer(1), element(0x63, ...body, element(0x30)));
}

describe('the encoding of numbers', () => {
  it('is what the decoder reads, for every 32-bit number', () => {
    fc.assert(
      fc.property(fc.integer(), (value) => {
        expect(integerOf(elements(integer(value))[0])).toBe(value);
      }),
    );
  });

  it('is the shortest, as DER wants it', () => {
    expect(integer(127)).toEqual(Buffer.from([2, 1, 0x7f]));
    expect(integer(128)).toEqual(Buffer.from([2, 2, 0, 0x80]));
    expect(integer(-128)).toEqual(Buffer.from([2, 1, 0x80]));
  });
});

describe('messages on the wire', () => {
  it('may arrive byte by byte, and several at once', async () => {
    const socket = await open();
    const bind = simpleBind(...READER);
    const answers: Buffer[] = [];
    const twoAnswers = new Promise<void>((resolve) => {
      socket.on('data', (chunk: Buffer) => {
        answers.push(chunk);
        if (elements(Buffer.concat(answers)).length === 2) resolve();
      });
    });
    for (const byte of bind.subarray(0, 10)) socket.write(Buffer.from([byte]));
    socket.write(Buffer.concat([bind.subarray(10), bind]));
    await twoAnswers;
    socket.destroy();
    expect(ad.counts().binds).toBe(2);
  });

  it('asking for StartTLS, SASL, or to add, delete, rename or compare, are refused without losing the connection', async () => {
    await on(ad, READER, async (client) => {
      expect(await saidOf(client.exop('1.3.6.1.4.1.1466.20037'))).toMatch(/^2 /);
      expect(await saidOf(client.add(`CN=x,${BASE}`, { objectClass: 'user' }))).toMatch(/^53 /);
      expect(await saidOf(client.del(dnOf(ad, 'alice')))).toMatch(/^53 /);
      expect(await saidOf(client.modifyDN(dnOf(ad, 'alice'), 'CN=y'))).toMatch(/^53 /);
      expect(await saidOf(client.compare(dnOf(ad, 'alice'), 'cn', 'x'))).toMatch(/^53 /);
      const { searchEntries } = await client.search(BASE, { scope: 'base' });
      expect(searchEntries).toHaveLength(1);
      expect(await saidOf(client.bind('EXTERNAL'))).toMatch(/^7 /);
    });
  });
});

describe('misbehaviour on demand', () => {
  const reset = async () => {
    const client = clientOf(ad);
    await client.bind(...RESETTER);
    const modification = new Attribute({ type: 'unicodePwd', values: [quoted('Brass-Samovar-18')] });
    await client.modify(dnOf(ad, 'alice'), new Change({ operation: 'replace', modification }));
  };

  it('can carry a change out and cut the line before it answers', async () => {
    ad.misbehave('cut-modify');
    await expect(reset()).rejects.toThrow(/Connection closed/);
    expect(ad.isPassword('alice', 'Brass-Samovar-18')).toBe(true);
  });

  it('can cut every line before anything happens', async () => {
    ad.misbehave('cut');
    await expect(reset()).rejects.toThrow(/Connection closed/);
    expect(ad.isPassword('alice', 'Brass-Samovar-18')).toBe(false);
  });

  it('can be mute', async () => {
    ad.misbehave('mute');
    const client = new Client({ url: ad.url, tlsOptions: { ca: [ad.ca] }, timeout: 50 });
    await expect(client.bind(...READER)).rejects.toThrow(/timed out/);
  });
});

describe('counting', () => {
  it('tells searches, binds and modifies apart, and forgets all of it with a reset', async () => {
    await on(ad, RESETTER, async (client) => {
      await client.search(BASE, { scope: 'base' });
      const modification = new Attribute({ type: 'lockoutTime', values: ['0'] });
      await client.modify(dnOf(ad, 'bob'), new Change({ operation: 'replace', modification }));
    });
    await bindAnswer(ad, 'alice@corp.example.test', 'wrong');
    expect(ad.counts()).toMatchObject({
      connections: 2,
      binds: 2,
      bindsRefused: 1,
      searches: 1,
      modifies: 1,
      unlocks: 1,
    });
    ad.reset();
    expect(ad.counts()).toMatchObject({ connections: 0, binds: 0, searches: 0, modifies: 0 });
    expect(ad.person('alice')?.badPasswordCount).toBe(0);
  });
});
