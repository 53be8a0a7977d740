import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import { ADMINISTRATORS } from '../../local/cast/administrators.ts';

/** How a command ended, and all that it said. */
export interface Ended {
  readonly code: number | null;
  /** Standard output: data. */
  readonly out: string;
  /** Standard error: talk. */
  readonly talk: string;
}

export interface CommandOptions {
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** A shell without a terminal, in a folder of its own, with a visits file of its own. */
export interface Shell {
  readonly folder: string;
  readonly latchkey: (args: readonly string[], options?: CommandOptions) => Promise<Ended>;
  /** Signs one of the demonstration's administrators in; fails when that fails. */
  readonly signIn: (username: string) => Promise<void>;
  readonly file: (name: string) => string;
  readonly read: (name: string) => string;
  readonly write: (name: string, content: string | object) => void;
  readonly leave: () => void;
}

/** A shell whose commands speak to that deployment. */
export function shellFor(url: string): Shell {
  const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-cli-'));
  const file = (name: string): string => path.join(folder, name);
  const latchkey: Shell['latchkey'] = (args, { input = '', environment = {} } = {}) =>
    new Promise((resolve, reject) => {
      const env = { HOME: folder, XDG_STATE_HOME: file('state'), LATCHKEY_URL: url, ...environment };
      const child = spawn(process.execPath, [inject('commandLine'), ...args], { cwd: folder, env });
      const [out, talk]: [Buffer[], Buffer[]] = [[], []];
      child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
      child.stderr.on('data', (chunk: Buffer) => talk.push(chunk));
      child.once('error', reject);
      child.once('close', (code) => resolve({ code, out: textOf(out), talk: textOf(talk) }));
      child.stdin.end(input);
    });
  return {
    folder,
    latchkey,
    file,
    async signIn(username) {
      const environment = { LATCHKEY_PASSWORD: passwordOf(username) };
      const { code, talk } = await latchkey(['sign-in', '--username', username], { environment });
      if (code !== 0) throw new Error(`${username} could not sign in: ${talk}`);
    },
    read: (name) => readFileSync(file(name), 'utf8'),
    write: (name, content) =>
      writeFileSync(file(name), typeof content === 'string' ? content : JSON.stringify(content, null, 2)),
    leave: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const textOf = (chunks: readonly Buffer[]): string => Buffer.concat(chunks).toString('utf8');

/** The password of one of the demonstration's administrators. */
export function passwordOf(username: string): string {
  const found = ADMINISTRATORS.find((member) => member.username === username);
  if (!found) throw new Error(`no administrator is called ${username}`);
  return found.password;
}
