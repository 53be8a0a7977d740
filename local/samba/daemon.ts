import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { run } from './run.ts';

const LDAPS = 636;
/** Added to every port when we may not bind those below 1024. */
const SHIFT = 20_000;
const START_MS = 30_000;
const STOP_MS = 5_000;

/** A running samba. */
export interface Daemon {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** Starts samba out of a furnished folder and answers when it listens. It ends with this process, however that ends. */
export async function startDaemon(dir: string, address: string): Promise<Daemon> {
  const shift = process.getuid?.() === 0 ? 0 : SHIFT;
  const port = LDAPS + shift;
  if (await listens(address, port)) throw new Error(`${address}:${port} is taken`);
  const child = spawnSamba(dir, shift === 0 ? {} : await shiftingEnvironment(dir));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await ended;
    clearTimeout(late);
  };
  for (const until = Date.now() + START_MS; Date.now() < until; await delay(20)) {
    if (child.exitCode !== null)
      throw new Error(`samba ended with ${child.exitCode}; see ${join(dir, 'samba.log')}`);
    if (await listens(address, port)) return { port, stop };
  }
  await stop();
  throw new Error(
    `samba does not listen on ${address}:${port} after ${START_MS} ms; see ${join(dir, 'samba.log')}`,
  );
}

function spawnSamba(dir: string, env: NodeJS.ProcessEnv): ChildProcess {
  // -F, not -i: that one ends when standard input does. One process is enough, and lets one signal end it.
  const args = ['-F', '--no-process-group', '-M', 'single', '-l', dir, '-s', join(dir, 'smb.conf')];
  const [program, ...rest] = existsSync('/usr/bin/setpriv')
    ? ['/usr/bin/setpriv', '--pdeathsig', 'TERM', '/usr/sbin/samba', ...args]
    : ['/usr/sbin/samba', ...args];
  return spawn(program ?? '', rest, { stdio: 'ignore', env: { ...process.env, ...env } });
}

/** Samba's ports are fixed; without root a small library moves them. */
async function shiftingEnvironment(dir: string): Promise<NodeJS.ProcessEnv> {
  const library = join(dir, 'portshift.so');
  const source = fileURLToPath(new URL('portshift.c', import.meta.url));
  if (!existsSync(library)) await run('cc', ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl']);
  return { LD_PRELOAD: library, PORTSHIFT: String(SHIFT) };
}

function listens(address: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, address);
    const done = (open: boolean) => () => {
      socket.destroy();
      resolve(open);
    };
    socket.once('connect', done(true)).once('error', done(false));
  });
}
