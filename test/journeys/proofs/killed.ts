import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Ports } from '../../../domain/ports/index.ts';
import type { Flow } from '../../../domain/recovery/flow.ts';
import { sweep } from '../../../domain/recovery/sweep.ts';
import { DOMAIN } from '../../../local/people.ts';
import { builtProcess } from './built-process.ts';
import { SOURCE } from './do-work.ts';
import type { Witness } from './witness.ts';
import type { Act, DirectoryFound, StoreFound, WorkOrder } from './work-order.ts';
import { workPorts, type WorkPorts } from './work-ports.ts';

/** When the sweeper comes by: later than any request can still be at work. */
const LATER_MS = 120_000;

/** The domain controllers of a proof: as the product finds them, and as they are. */
export interface Controllers {
  readonly directory: DirectoryFound;
  /** One for each that is there, in the same order. */
  readonly witnesses: readonly Witness[];
  /** Lets them learn from each other what was changed; only where there are several. */
  readonly replicate?: () => void;
}

/** Where processes die: domain controllers, a store, and this process, which looks at both afterwards. */
export interface Scene extends Controllers {
  readonly ports: WorkPorts;
  readonly found: Pick<WorkOrder, 'store' | 'directory' | 'keyFile'>;
  /** The script of the process that dies, built. */
  readonly process: string;
}

/** Lays everything out in a folder; the folder may be one that was used before. */
export async function sceneAt(controllers: Controllers, store: StoreFound, folder: string): Promise<Scene> {
  const keyFile = join(folder, 'key');
  const found = { store, directory: controllers.directory, keyFile };
  const ports = await workPorts(found);
  // The key is made here once: processes that all make it at the same time would each have their own.
  await ports.mac.quickTag('decoy', 'somebody');
  return { ...controllers, ports, found, process: await builtProcess(join(folder, 'built')) };
}

/** Where a process ended, and how. */
export interface End {
  readonly order: WorkOrder;
  /** The port calls it began, in order. */
  readonly calls: readonly string[];
  readonly killed: boolean;
  /** What it said, if it lived to say something. */
  readonly said: string | undefined;
}

/** An order about somebody who is prepared for it, on every domain controller, and whose flow is ready to be spent. */
export async function readyOrder(scene: Scene, act: Act, username: string): Promise<WorkOrder> {
  const { ports, found, witnesses, replicate } = scene;
  const [witness] = witnesses;
  if (!witness) throw new Error('there is no domain controller');
  const oldPassword = await witness.prepare(username, { locked: act === 'unlock' });
  replicate?.();
  const person = { domain: DOMAIN.netbios, guid: await witness.guidOf(username) };
  const key = randomBytes(32).toString('base64url');
  const newPassword = `Brand-New-${randomUUID()}`;
  const order = { act, person, username, key, oldPassword, newPassword, operation: randomUUID(), ...found };
  if (act !== 'change') await ports.flows.start(provenFlow(order), TOLL);
  return order;
}

const PLENTY = { cap: 1_000_000, windowMs: 3_600_000 };
const TOLL = { source: SOURCE, perSource: PLENTY, everywhere: PLENTY };

function provenFlow({ key, person }: Pick<WorkOrder, 'key' | 'person'>): Flow {
  const now = Date.now();
  return {
    key,
    person,
    source: SOURCE,
    language: 'en',
    purpose: 'recovery',
    state: 'open',
    // Its own: what the trail holds of one flow must not be taken for another's of the same person.
    reference: randomUUID(),
    version: 1,
    asked: [],
    userConfiguration: 'everyone',
    tries: 0,
    spends: 0,
    sends: {},
    startedAt: now,
    expiresAt: now + 900_000,
    proofs: [
      { method: 'email-code', at: now },
      { method: 'security-answers', at: now },
    ],
    mailboxes: [],
    phones: [],
    codes: {},
    outbox: [],
  };
}

/** Runs an order in a process of its own, until it is done or dead. */
export async function runOrder(script: string, order: WorkOrder): Promise<End> {
  const child = spawn(process.execPath, [script, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_NO_WARNINGS: '1', NODE_OPTIONS: '', NODE_COMPILE_CACHE: `${script}.cache` },
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (_, signal) => resolve(signal));
  });
  const [out, errors, signal] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  const lines = out.split('\n').filter((line) => line !== '');
  const said = lines.find((line) => line.startsWith('= '))?.slice(2);
  if (said === undefined && signal !== 'SIGKILL') throw new Error(`the process broke: ${errors}`);
  return { order, calls: lines.filter((line) => !line.startsWith('= ')), killed: signal === 'SIGKILL', said };
}

/** Lets the sweeper come by two minutes later. Nobody may be at work then; what a dead client sent is served by then. */
export async function sweepLater({ ports, witnesses }: Scene): Promise<void> {
  for (const witness of witnesses) await witness.quiet();
  await sweep({ ...ports, clock: later(ports) });
}

/** The clock of who comes by later. */
export const later = ({ clock }: Pick<Ports, 'clock'>) => ({ now: () => clock.now() + LATER_MS });
