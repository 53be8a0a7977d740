import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const CHECKOUT = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'latchkey-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = (...flags: readonly string[]): ChildProcessWithoutNullStreams =>
  spawn(process.execPath, ['--import', 'tsx', 'local/start.ts', ...flags], { cwd: CHECKOUT });

const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));

/** The address it prints for the portal. */
async function portalOf(child: ChildProcessWithoutNullStreams): Promise<string> {
  let printed = '';
  for await (const chunk of child.stdout) {
    printed += String(chunk);
    const url = /^Portal +(\S+)$/m.exec(printed)?.[1];
    if (url !== undefined && printed.includes('Ctrl-C')) return url;
  }
  throw new Error(`it ended without serving anything: ${printed}`);
}

describe('npm start', () => {
  it('prints where the portal is, serves it there, and stops at Ctrl-C', async () => {
    const child = start('--port', '0', '--data', join(folder, 'data'));
    const over = ended(child);
    expect((await fetch(await portalOf(child))).status).toBe(200);
    child.kill('SIGINT');
    expect(await over).toBe(0);
  });

  it('says in one sentence what is wrong with its flags, and starts nothing', async () => {
    const child = start('--netbios', 'LAB');
    const [code, said] = await Promise.all([ended(child), text(child.stderr)]);
    expect(code).toBe(1);
    expect(said.trim().split('\n')).toEqual([expect.stringMatching(/^latchkey: .*--directory ldaps:/)]);
  });
});
