import { spawn } from 'node:child_process';

/** Runs a program to its end, `input` on its standard input. Rejects with what it said when it fails. */
export function run(program: string, args: readonly string[], input = ''): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-4_000)));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${program} ${args[0]} ended with ${code}: ${said}`)),
    );
    // A program that dies early closes its input; its exit code tells more than EPIPE.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
