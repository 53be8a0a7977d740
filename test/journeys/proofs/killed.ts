import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Ports } from '../../../domain/ports/index.ts';
import type { Flow } from '../../../domain/recovery/flow.ts';
import { sweep } from '../../../domain/recovery/sweep.ts';
import type { LookAlike } from '../../../local/directory/look-alike.ts';
import { DOMAIN } from '../../../local/people.ts';
import { builtProcess } from './built-process.ts';
import { SOURCE } from './do-work.ts';
import type { Act, StoreFound, WorkOrder } from './work-order.ts';
import { workPorts, type WorkPorts } from './work-ports.ts';

/** When the sweeper comes by: later than any request can still be at work. */
const LATER_MS = 120_000;

/** Where processes die: a directory, a store, and this process, which looks at both afterwards. */
export interface Scene {
  readonly lookAlike: LookAlike;
  readonly ports: WorkPorts;
  readonly found: Pick<WorkOrder, 'store' | 'directory' | 'keyFile'>;
  /** The script of the process that dies, built. */
  readonly process: string;
}

/** Lays everything out in a folder; the folder may be one that was used before. */
export async function sceneAt(lookAlike: LookAlike, store: StoreFound, folder: string): Promise<Scene> {
  const keyFile = join(folder, 'key');
  const found = { store, directory: { url: lookAlike.url, ca: lookAlike.ca }, keyFile };
  const ports = await workPorts(found);
  // The key is made here once: processes that all make it at the same time would each have their own.
  await ports.mac.quickTag('decoy', 'somebody');
  return { lookAlike, ports, found, process: await builtProcess(join(folder, 'built')) };
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

/** An order about somebody whose flow is ready to be spent. */
export async function readyOrder(
  { ports, lookAlike, found }: Scene,
  act: Act,
  username: string,
): Promise<WorkOrder> {
  const person = { domain: DOMAIN.netbios, guid: lookAlike.guidOf(username) };
  const key = randomBytes(32).toString('base64url');
  const newPassword = `Brand-New-${randomUUID()}`;
  const order = { act, person, username, key, newPassword, operation: randomUUID(), ...found };
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
    reference: 'K7Q2-M9XD',
    version: 1,
    asked: [],
    userConfiguration: 'everyone',
    tries: 0,
    spends: 0,
    sends: 0,
    startedAt: now,
    expiresAt: now + 900_000,
    proofs: [
      { method: 'email-code', at: now },
      { method: 'security-answers', at: now },
    ],
    mailboxes: [],
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

/** Lets the sweeper come by two minutes later. Nobody may be at work then. */
export async function sweepLater({ ports, lookAlike }: Scene): Promise<void> {
  await quiet(lookAlike);
  await sweep({ ...ports, clock: later(ports) });
}

/** The clock of who comes by later. */
export const later = ({ clock }: Pick<Ports, 'clock'>) => ({ now: () => clock.now() + LATER_MS });

/** What a dead client sent may still be on its way: waits until the directory has served it. */
async function quiet(lookAlike: LookAlike): Promise<void> {
  for (let before = ''; before !== JSON.stringify(lookAlike.counts());) {
    before = JSON.stringify(lookAlike.counts());
    await pause(20);
  }
}
