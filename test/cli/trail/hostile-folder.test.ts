import { execFileSync } from 'node:child_process';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { canonical, objectIn, sha256 } from '../../../cli/trail/canonical.ts';
import { type CopiedFolder, copiedFolder } from '../../../cli/trail/copied-folder.ts';
import { faultLine } from '../../../cli/trail/fault.ts';
import { sealTrail } from '../../../domain/trail/seal.ts';
import { aSealedTrail, verified } from '../../support/sealed-trail.ts';
import { anEvent, HOUR } from '../../support/stored-records.ts';

const base = mkdtempSync(path.join(tmpdir(), 'latchkey-hostile-'));
const whole = path.join(base, 'whole');
const copy = path.join(base, 'copy');
const BATCH = 'chain/1/0000000001.jsonl';
const ROOT = 'roots/0000000001.json';
const at = (name: string): string => path.join(copy, name);
let pem: string;
/** All that was read of a copy. */
let bytesRead = 0;

beforeAll(async () => {
  const { ports, files } = aSealedTrail();
  for (let n = 0; n < 20; n += 1)
    await ports.trail.append(anEvent({ id: `event-${n}`, at: ports.clock.now() - HOUR + n }));
  await sealTrail(ports);
  ({ pem } = await ports.signer.key());
  for (const [name, text] of files) {
    mkdirSync(path.dirname(path.join(whole, name)), { recursive: true });
    writeFileSync(path.join(whole, name), text);
  }
});
beforeEach(() => {
  rmSync(copy, { recursive: true, force: true });
  cpSync(whole, copy, { recursive: true });
  bytesRead = 0;
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

const counted = (folder: CopiedFolder): CopiedFolder => ({
  ...folder,
  async *pieces(file) {
    for await (const piece of folder.pieces(file)) {
      if (!('unread' in piece)) bytesRead += piece.length;
      yield piece;
    }
  },
});
const faultsOf = async (given = pem) => (await verified(counted(copiedFolder(copy)), given)).faults;
const linesOf = async (given = pem) => (await faultsOf(given)).map(faultLine);
const inPlaceOf = (name: string, put: (place: string) => unknown): void => {
  rmSync(at(name));
  put(at(name));
};
const LINE = () => readFileSync(at(BATCH), 'utf8').split('\n')[0] ?? '';
/** The first line of the batch as it would be with other members, its hash made to fit. */
function reworked(members: object): void {
  const { hash: _, ...body } = { ...objectIn(LINE()), ...members };
  const [, ...rest] = readFileSync(at(BATCH), 'utf8').split('\n');
  const line = canonical({ ...body, hash: sha256(canonical(body)) });
  writeFileSync(at(BATCH), [line, ...rest].join('\n'));
}

it('is intact before anything is done to it', async () => {
  expect(await faultsOf()).toEqual([]);
});

describe('what is no file, in the place of one, is named with what it is', () => {
  const KINDS: Readonly<Record<string, readonly [says: string, put: (place: string) => unknown]>> = {
    'a folder': ['it is a folder', (place) => mkdirSync(place)],
    'a link to endless zeros': ['it is a symbolic link', (place) => symlinkSync('/dev/zero', place)],
    'a link to a file that is right': [
      'it is a symbolic link',
      (place) => symlinkSync(path.join(whole, path.relative(copy, place)), place),
    ],
    'a link to itself': ['it is a symbolic link', (place) => symlinkSync(place, place)],
    'a pipe that nobody writes to': ['it is a pipe', (place) => execFileSync('mkfifo', [place])],
  };
  it.each(Object.entries(KINDS))('%s', async (_, [says, put]) => {
    inPlaceOf(BATCH, put);
    expect(await linesOf()).toContain(`unreadable: ${BATCH}, shard 1: cannot be read (${says})`);
    inPlaceOf(ROOT, put);
    expect(await linesOf()).toContain(`unreadable: ${ROOT}: cannot be read (${says})`);
  });

  it('a socket', async () => {
    rmSync(at(ROOT));
    const server = createServer().listen(at(ROOT));
    await new Promise((resolve) => server.once('listening', resolve));
    expect(await linesOf()).toContain(`unreadable: ${ROOT}: cannot be read (it is a socket)`);
    await new Promise((resolve) => server.close(resolve));
  });
});

describe('what is no folder, in the place of one, is named with what it is', () => {
  it.each(['chain', 'chain/1', 'roots'])('%s', async (name) => {
    rmSync(at(name), { recursive: true });
    writeFileSync(at(name), 'x');
    expect(await linesOf()).toContain(`unreadable: ${name}/: cannot be read (it is a file)`);
    rmSync(at(name));
    symlinkSync(path.join(whole, name), at(name));
    expect(await linesOf()).toContain(`unreadable: ${name}/: cannot be read (it is a symbolic link)`);
  });
});

describe('what is too much is not read to its end', () => {
  it.each([BATCH, ROOT])('of a file of a hundred gigabytes in one line: %s', async (name) => {
    truncateSync(at(name), 100 * 2 ** 30);
    const [fault] = (await faultsOf()).filter(({ file }) => file === name);
    expect(fault?.detail).toMatch(/longer than/);
    expect(bytesRead).toBeLessThan(4 * 2 ** 20);
  });

  it('of more lines than a batch has', async () => {
    appendFileSync(at(BATCH), '\n'.repeat(3_000_000));
    const lines = await linesOf();
    expect(lines).toContainEqual(expect.stringMatching(`^edited: ${BATCH}, shard 1: .*more than 1000 lines`));
    expect(bytesRead).toBeLessThan(2 ** 20);
    expect(lines.length).toBeLessThan(5);
  });

  it('and files that are missing below a high number are told at once', async () => {
    cpSync(at(BATCH), at('chain/1/9999999999.jsonl'));
    cpSync(at(ROOT), at('roots/9999999999.json'));
    const lines = await linesOf();
    expect(lines).toEqual(
      expect.arrayContaining([
        'missing: chain/1/0000000002.jsonl, shard 1: missing (and all up to chain/1/9999999998.jsonl)',
        'root-missing: roots/0000000002.json: missing (and all up to roots/9999999998.json)',
        'root-edited: roots/9999999999.json: not as it was signed',
      ]),
    );
    expect(lines.length).toBeLessThan(50);
  });
});

describe('JSON that was made to trouble who reads it', () => {
  const NESTED = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

  it.each([65, 20_000, 1_000_000])('is no event where it nests %s deep', async (depth) => {
    const deep = LINE().replace('"event":', `"deep":${NESTED(depth)},"event":`);
    writeFileSync(at(BATCH), readFileSync(at(BATCH), 'utf8').replace(LINE(), deep));
    expect(await faultsOf()).toContainEqual(
      expect.objectContaining({ kind: 'edited', file: BATCH, from: 1, detail: 'it is no event' }),
    );
  });

  it.each([
    ['numbers beyond any', (text: string) => text.replace('"seq":1,', '"seq":1e999,'), 'it is no event'],
    ['a number that is no place', (text: string) => text.replace('"seq":1,', '"seq":-1,'), 'it is no event'],
    ['another spelling', (text: string) => text.replace('"seq":1,', '"seq":1.0,'), 'its form is another'],
    ['null', () => 'null\n', 'it is no event'],
    ['a bare quote', () => '"\n', 'it is no event'],
  ])('of %s is an edit', async (_, change, detail) => {
    writeFileSync(at(BATCH), change(readFileSync(at(BATCH), 'utf8')));
    expect(await faultsOf()).toContainEqual(expect.objectContaining({ kind: 'edited', file: BATCH, detail }));
  });

  it('has no version where that cannot be told as text', async () => {
    reworked({ v: { toString: null, valueOf: null } });
    expect(await faultsOf()).toContainEqual(
      expect.objectContaining({ kind: 'edited', file: BATCH, detail: 'it says no version' }),
    );
  });

  it('is found with the highest number there is, and the events before it missing', async () => {
    reworked({ seq: Number.MAX_SAFE_INTEGER });
    expect(await faultsOf()).toContainEqual(
      expect.objectContaining({ kind: 'missing', to: Number.MAX_SAFE_INTEGER - 1 }),
    );
  });

  it('is judged as any other where it has a hundred thousand members', async () => {
    const many = Array.from({ length: 100_000 }, (_, n) => [`m${n}`, n] as const);
    reworked({ event: Object.fromEntries(many) });
    expect((await faultsOf()).length).toBeGreaterThan(0);
  });

  it.each([
    ['names no key', { key: { toString: null } }, 'it names no key'],
    ['names a key that was not given', { key: 'f'.repeat(900_000) }, `its key is ${'f'.repeat(64)}`],
    ['has another signature', { signature: '' }, 'its signature is of something else'],
    ['has half a signature', { signature: 'MEU=' }, 'its signature is of something else'],
  ])('is no root where it %s', async (_, members, detail) => {
    writeFileSync(at(ROOT), `${canonical({ ...objectIn(readFileSync(at(ROOT), 'utf8')), ...members })}\n`);
    expect(await faultsOf()).toContainEqual({ kind: 'root-signature', file: ROOT, detail });
  });

  it('is no root of a moment that no date has, whoever signed it', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const key = sha256Of(publicKey.export({ format: 'der', type: 'spki' }));
    const { signature: _, ...root } = objectIn(readFileSync(at(ROOT), 'utf8')) ?? {};
    const signed = canonical({ ...root, key, at: Number.MAX_SAFE_INTEGER });
    const signature = sign('sha256', Buffer.from(signed), privateKey).toString('base64');
    writeFileSync(at(ROOT), `${canonical({ ...objectIn(signed), signature })}\n`);
    const given = publicKey.export({ format: 'pem', type: 'spki' }).toString();
    expect(await faultsOf(given)).toContainEqual({ kind: 'root-edited', file: ROOT });
  });
});

describe('names', () => {
  it('that differ from the trail’s by case alone are none of its', async () => {
    cpSync(at(BATCH), at('chain/1/0000000001.JSONL'));
    mkdirSync(at('Roots'));
    expect(await linesOf()).toEqual([
      'stranger: Roots: no file of the trail (the trail has roots/)',
      'stranger: chain/1/0000000001.JSONL: no file of the trail',
    ]);
    renameSync(at(BATCH), at('chain/1/0000000001.Jsonl'));
    expect(await linesOf()).toContainEqual(expect.stringMatching(/^truncated: chain\/1\//));
  });

  it('of which there may be any number are told one by one', async () => {
    for (let n = 0; n < 2000; n += 1) mkdirSync(at(`chain/${n + 1000}`));
    expect(await faultsOf()).toHaveLength(2000);
  });
});

it('bytes that are no UTF-8 are an edit of that event alone', async () => {
  const bytes = readFileSync(at(BATCH));
  bytes.writeUInt8(0xff, 40);
  writeFileSync(at(BATCH), bytes);
  expect(await faultsOf()).toEqual([
    { kind: 'edited', file: BATCH, shard: 1, from: 1, to: 1, detail: 'it is no UTF-8' },
  ]);
  writeFileSync(at(ROOT), bytes);
  expect(await faultsOf()).toContainEqual({ kind: 'root-edited', file: ROOT, detail: 'it is no UTF-8' });
});

const sha256Of = (der: Buffer): string => createHash('sha256').update(der).digest('hex');
