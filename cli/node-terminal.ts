import { createInterface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';
import { Writable } from 'node:stream';
import type { Terminal } from './terminal.ts';

/** The terminal of this process. */
export function nodeTerminal(quiet: boolean): Terminal {
  return {
    data: (line) => void process.stdout.write(line.endsWith('\n') ? line : `${line}\n`),
    talk: (line) => {
      if (!quiet) process.stderr.write(`${line}\n`);
    },
    interactive: process.stdin.isTTY && process.stderr.isTTY,
    ask,
    piped: () => text(process.stdin),
  };
}

async function ask(question: string, secret = false): Promise<string> {
  process.stderr.write(question);
  // What is typed to a secret question goes nowhere.
  const output = secret ? new Writable({ write: (_chunk, _encoding, done) => done() }) : process.stderr;
  const lines = createInterface({ input: process.stdin, output, terminal: true });
  try {
    return await lines.question('');
  } finally {
    lines.close();
    if (secret) process.stderr.write('\n');
  }
}
