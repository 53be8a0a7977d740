#!/usr/bin/env node
import { CommanderError } from 'commander';
import { CommandEnds, EXIT, type ExitCode } from './exit-codes.ts';
import { latchkeyProgram } from './program.ts';
import { shownText } from './shown-text.ts';

// Whoever reads the data may have enough of it before its end (| head).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(EXIT.done);
});

try {
  await latchkeyProgram(process.env).parseAsync(process.argv);
} catch (end) {
  process.exitCode = codeOf(end);
  if (end instanceof CommandEnds) process.stderr.write(shownText(`latchkey: ${end.message}\n`));
  else if (!(end instanceof CommanderError)) process.stderr.write(shownText(`latchkey: ${String(end)}\n`));
}

function codeOf(end: unknown): ExitCode {
  if (end instanceof CommandEnds) return end.exitCode;
  // Help that was asked for is no mistake.
  if (end instanceof CommanderError) return end.exitCode === 0 ? EXIT.done : EXIT.usage;
  return EXIT.failed;
}
