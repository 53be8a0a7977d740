import { CommanderError } from 'commander';
import { announcement } from './announcement.ts';
import { CannotStart } from './cannot-start.ts';
import { readStartOptions, type StartOptions } from './start-options.ts';

const DYNAMODB_NOTE =
  'DynamoDB Local has no option to listen on loopback alone: until you stop this, others on your network can reach it.';

/** `npm start`. */
async function start(): Promise<void> {
  const { verbose, ...options }: StartOptions = readStartOptions(process.argv.slice(2), process.env);
  // Only now, so that a mistyped flag is answered at once.
  const { startLocal } = await import('./start-local.ts');
  process.once('SIGINT', giveUp).once('SIGTERM', giveUp);
  const latchkey = await startLocal({
    ...options,
    take: (line, level) => {
      if (level === 'error') console.error(line);
      else if (verbose) console.log(line);
    },
  });
  console.log(announcement(latchkey, options.store?.kind === 'dynamodb' ? DYNAMODB_NOTE : undefined));
  // Built while its address is being read; whoever asks meanwhile waits for it.
  void fetch(latchkey.url('/console')).catch(() => undefined);
  // So that the console's Health has something to show.
  const unhealthy = (error: unknown): void => console.error(`latchkey: ${String(error)}`);
  void latchkey.runDoctor().catch(unhealthy);
  void latchkey.runPreFlight().catch(unhealthy);
  const stop = (): void => {
    // A second Ctrl-C does not wait.
    process.once('SIGINT', giveUp);
    void latchkey.stop().then(() => process.exit(0), tell);
  };
  process.off('SIGINT', giveUp).once('SIGINT', stop);
  process.off('SIGTERM', giveUp).once('SIGTERM', stop);
}

/** Leaves at once; what runs beside us (DynamoDB Local, bundles, Samba) ends with us. */
const giveUp = (): never => process.exit(130);

/** What was mistyped or is missing is told in a sentence; anything else with all that is known of it. */
function tell(error: unknown): void {
  if (error instanceof CommanderError && error.exitCode === 0) return;
  process.exitCode = 1;
  if (error instanceof CommanderError)
    console.error(`latchkey: ${error.message.replace(/^error: /, '')} --help tells what there is.`);
  else if (error instanceof CannotStart) console.error(`latchkey: ${error.message}`);
  else console.error(error);
}

await start().catch(tell);
