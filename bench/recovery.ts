import { fork } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CONTEXT, type Handler } from './invoke.ts';
import type { Calls } from '../cost/usd-of-calls.ts';
import { usdPer1000 } from './usd-per-1000.ts';
import { message, startWorld, type World } from './world.ts';

const WARM_UP = 30;
const MEASURED = 24;

export interface RecoveryMeasured {
  /** CPU of a recovery (product and directory) beside its floor: three hashes and the same LDAP operations alone. */
  readonly cpuRatio: number;
  readonly cpuMs: number;
  readonly floorMs: number;
  /** The same against the directory's own process alone, the client's side of LDAP left out of the floor. */
  readonly cpuRatioWithoutClient: number;
  /** Requests of the recovery itself, a transaction counting its items. */
  readonly dynamodbRequests: number;
  readonly kmsRequests: number;
  /** Requests of the sender, in the background. */
  readonly outbox: { readonly dynamodbRequests: number; readonly kmsRequests: number };
  readonly calls: Calls;
  readonly usdPer1000: number;
}

/** Measures full recoveries over JSON through the built bundles: start (which sends the code), three answers, code, reset. */
export async function measureRecovery(): Promise<RecoveryMeasured> {
  const world = await startWorld(WARM_UP + MEASURED);
  const product = await startProduct(world);
  try {
    for (let i = 0; i < WARM_UP + MEASURED; i += 1)
      await product.run({ do: 'enroll', username: `person${i}` });
    for (let i = 0; i < WARM_UP; i += 1) await product.run({ do: 'recover', username: `person${i}` });
    product.forget();
    const rounds = await measureRounds(world, product);
    const calls = perRecovery(product.calls());
    const outbox = perRecovery(product.outboxCalls());
    const [cpuMs, floorMs] = [median(rounds.map(whole)), median(rounds.map(floorOf))];
    const strict = median(rounds.map((round) => whole(round) / (round.hashes.cpu + round.ldap.directory)));
    return {
      cpuRatio: round(median(rounds.map((each) => whole(each) / floorOf(each)))),
      cpuMs: round(cpuMs),
      floorMs: round(floorMs),
      cpuRatioWithoutClient: round(strict),
      dynamodbRequests: total(calls, 'DynamoDB.'),
      kmsRequests: total(calls, 'KMS.'),
      outbox: { dynamodbRequests: total(outbox, 'DynamoDB.'), kmsRequests: total(outbox, 'KMS.') },
      calls,
      usdPer1000: round(usdPer1000(added(calls, outbox))),
    };
  } finally {
    product.stop();
    await world.stop();
  }
}

/** What one step cost, in milliseconds of CPU: in the product's process, and in the directory's. */
interface Cost {
  readonly cpu: number;
  readonly directory: number;
}
interface Round {
  readonly recovery: Cost;
  readonly hashes: Cost;
  readonly ldap: Cost;
}
const whole = ({ recovery }: Round): number => recovery.cpu + recovery.directory;
const floorOf = ({ hashes, ldap }: Round): number => hashes.cpu + ldap.cpu + ldap.directory;

/** A recovery and its floor by turns, so that whatever else the machine does falls on both. */
async function measureRounds(world: World, product: Product): Promise<readonly Round[]> {
  const cost = async (order: object): Promise<Cost> => {
    const before = await world.directory();
    const cpu = await product.run(order);
    const after = await world.directory();
    return { cpu: cpu / 1000, directory: (after.cpu - before.cpu) / 1000 };
  };
  const bare = { do: 'ldap', url: world.directoryUrl, ca: world.ca };
  for (let i = 0; i < WARM_UP; i += 1) {
    await cost({ do: 'hash' });
    await cost({ ...bare, username: `person${i}` });
  }
  product.forget();
  const rounds: Round[] = [];
  for (let i = WARM_UP; i < WARM_UP + MEASURED; i += 1) {
    const username = `person${i}`;
    const recovery = await cost({ do: 'recover', username });
    rounds.push({ recovery, hashes: await cost({ do: 'hash' }), ldap: await cost({ ...bare, username }) });
  }
  return rounds;
}

type Product = Awaited<ReturnType<typeof startProduct>>;

/** The measured process, and beside it the sender, which delivers the codes the process waits for. */
async function startProduct(world: World) {
  const child = fork(
    path.join(import.meta.dirname, 'recovery-process.ts'),
    [world.bundle('verify'), world.bundle('reset'), world.bundle('enroll')],
    { env: { ...process.env, ...world.variables } },
  );
  await message(child);
  const url = pathToFileURL(path.join(world.bundle('outbox-sender'), 'index.mjs')).href;
  const { handler: send } = (await import(url)) as { handler: Handler };
  let calls: Calls = {};
  let outbox: Calls = {};
  const settleCounts = (into: 'calls' | 'outbox') => {
    const seen = { ...world.store.counts(), ...world.aws.counts() };
    world.store.reset();
    world.aws.reset();
    if (into === 'calls') calls = added(calls, seen);
    else outbox = added(outbox, seen);
  };
  const deliver = async () => {
    settleCounts('calls');
    world.standIns.mailbox.clear();
    await send({}, CONTEXT);
    settleCounts('outbox');
    const code = world.standIns.mailbox.messages().flatMap(({ text }) => /\b\d{8}\b/.exec(text) ?? [])[0];
    child.send(code ?? 'no code came');
  };
  return {
    run: async (order: object): Promise<number> => {
      child.send(order);
      for (;;) {
        const said = await message<'code, please' | { cpu?: number; error?: string }>(child);
        if (said === 'code, please') await deliver();
        else if (said.cpu === undefined) throw new Error(said.error);
        else {
          settleCounts('calls');
          return said.cpu;
        }
      }
    },
    calls: () => calls,
    outboxCalls: () => outbox,
    forget: () => {
      calls = {};
      outbox = {};
    },
    stop: () => child.disconnect(),
  };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const added = (a: Calls, b: Calls): Calls =>
  Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].map((key) => [key, (a[key] ?? 0) + (b[key] ?? 0)]),
  );
const perRecovery = (calls: Calls): Calls =>
  Object.fromEntries(Object.entries(calls).map(([key, count]) => [key, round(count / MEASURED)]));
const total = (calls: Calls, prefix: string): number =>
  round(Object.entries(calls).reduce((sum, [key, count]) => sum + (key.startsWith(prefix) ? count : 0), 0));
const round = (value: number): number => Math.round(value * 100) / 100;
