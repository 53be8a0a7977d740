import { createInterface } from 'node:readline';
import { text as textOf } from 'node:stream/consumers';
import { Writable } from 'node:stream';
import { CommandEnds, EXIT } from './exit-codes.ts';
import { shownText } from './shown-text.ts';
import type { Terminal } from './terminal.ts';

/** The terminal of this process. */
export function nodeTerminal(quiet: boolean): Terminal {
  const { stdin, stdout, stderr } = process;
  const [keyboard, screen] = [stdin.isTTY, stderr.isTTY];
  return {
    data: (text) => {
      const line = text.endsWith('\n') ? text : `${text}\n`;
      // What goes to a file stays as it is.
      stdout.write(stdout.isTTY ? shownText(line) : line);
    },
    talk: (line) => {
      if (!quiet) stderr.write(`${shownText(line)}\n`);
    },
    quiet,
    interactive: keyboard && screen,
    watched: screen && !quiet,
    dataShown: stdout.isTTY,
    ask,
    piped: async () => (keyboard ? undefined : textOf(stdin)),
  };
}

function ask(question: string, secret = false): Promise<string> {
  process.stderr.write(question);
  // What is typed to a secret question goes nowhere.
  const output = secret ? new Writable({ write: (_chunk, _encoding, done) => done() }) : process.stderr;
  const lines = createInterface({ input: process.stdin, output, terminal: true });
  return new Promise<string>((resolve, reject) => {
    lines.once('line', (line) => {
      resolve(line);
      lines.close();
    });
    // Ctrl-C and Ctrl-D close it without a line; after one this rejects what is settled already.
    lines.once('close', () => {
      if (secret) process.stderr.write('\n');
      reject(new CommandEnds(EXIT.failed, 'Stopped. Nothing has been changed.'));
    });
  });
}
