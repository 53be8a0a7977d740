import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealTrail } from '../../../domain/trail/seal.ts';
import { aSealedTrail } from '../../support/sealed-trail.ts';
import { anEvent, HOUR } from '../../support/stored-records.ts';
import { shellFor } from '../shell.ts';

const shell = shellFor('http://localhost:1');
const BATCH = 'chain/1/0000000001.jsonl';
const run = (...more: readonly string[]) =>
  shell.latchkey(['trail', 'verify', 'copy', '--key', 'public.pem', ...more]);

beforeAll(async () => {
  const { ports, files } = aSealedTrail();
  for (let n = 0; n < 20; n += 1)
    await ports.trail.append(anEvent({ id: `event-${n}`, at: ports.clock.now() - HOUR + n }));
  await sealTrail(ports);
  for (const [name, text] of files) {
    const file = shell.file(path.join('copy', name));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  writeFileSync(shell.file('public.pem'), (await ports.signer.key()).pem);
});
afterAll(() => shell.leave());

/** The file as it was again, afterwards. */
async function whileIs<T>(change: (bytes: Buffer) => Buffer, work: () => Promise<T>): Promise<T> {
  const file = shell.file(path.join('copy', BATCH));
  const before = readFileSync(file);
  writeFileSync(file, change(Buffer.from(before)));
  try {
    return await work();
  } finally {
    writeFileSync(file, before);
  }
}

describe('latchkey trail verify', () => {
  it('says that a copy is intact, what it looked at, and what to expect next time, asking no deployment', async () => {
    const typed = await run();
    expect(typed).toMatchObject({ code: 0, out: '' });
    expect(typed.talk).toContain('Intact: 20 events in 4 shards and 4 files, 1 signed root.');
    const [, root = ''] = /--expect-root (1:[0-9a-f]{64})/.exec(typed.talk) ?? [];
    const again = await run('--expect-root', root);
    expect(again.code).toBe(0);
    expect(again.talk).not.toContain('--expect-root');
  });

  it('tells each fault on a line, and ends with 3', async () => {
    const typed = await whileIs(
      (bytes) => Buffer.from(bytes.toString().replace('192.0.2.7', '192.0.2.8')),
      () => run(),
    );
    expect(typed.code).toBe(3);
    expect(typed.out).toBe(
      `edited: ${BATCH}, shard 1, event 1: not as it was sealed (its hash is of something else)\n`,
    );
    expect(typed.talk).toContain('is not intact: 1 fault');
  });

  it('sees a byte that is no text, and a mark at the start, which readers of text pass over', async () => {
    for (const change of [
      (bytes: Buffer) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]),
      (bytes: Buffer) => (bytes.writeUInt8(0xff, bytes.length - 40), bytes),
    ])
      expect((await whileIs(change, () => run())).code).toBe(3);
  });

  it('answers scripts in JSON, a fault on each line and what was looked at last', async () => {
    const intact = await run('--json');
    expect(JSON.parse(intact.out)).toMatchObject({ intact: true, faults: 0, events: 20, roots: 1 });
    const cut = await whileIs(
      (bytes) => bytes.subarray(0, bytes.indexOf('\n') + 1),
      () => run('--json'),
    );
    const [fault, end] = cut.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(fault).toMatchObject({ kind: 'truncated', shard: 1, from: 2 });
    expect(end).toMatchObject({ intact: false, faults: 1 });
  });

  it('says what is wrong with what was typed', async () => {
    appendFileSync(shell.file('no.pem'), 'no key');
    const noKey = await shell.latchkey(['trail', 'verify', 'copy', '--key', 'no.pem']);
    expect([noKey.code, noKey.talk]).toEqual([2, expect.stringContaining('--key no.pem will not do')]);
    expect((await run('--expect-root', 'x')).code).toBe(2);
    expect((await run('--taken-at', 'yesterday')).code).toBe(2);
    const nowhere = await shell.latchkey(['trail', 'verify', 'nowhere', '--key', 'public.pem']);
    expect([nowhere.code, nowhere.out]).toEqual([3, expect.stringContaining('root-missing: roots/')]);
  });
});
