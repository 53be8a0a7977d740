#!/usr/bin/env node
import { CommanderError } from 'commander';
import { CommandEnds, EXIT } from './exit-codes.ts';
import { latchkeyProgram } from './program.ts';

try {
  await latchkeyProgram(process.env).parseAsync(process.argv);
} catch (end) {
  if (end instanceof CommandEnds) process.stderr.write(`latchkey: ${end.message}\n`);
  else if (!(end instanceof CommanderError)) process.stderr.write(`latchkey: ${String(end)}\n`);
  process.exitCode =
    end instanceof CommandEnds
      ? end.exitCode
      : end instanceof CommanderError
        ? end.exitCode === 0
          ? EXIT.done
          : EXIT.usage
        : EXIT.failed;
}
