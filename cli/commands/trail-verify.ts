import { readFile } from 'node:fs/promises';
import { CommandEnds, EXIT } from '../exit-codes.ts';
import type { Setting } from '../setting.ts';
import { copiedFolder } from '../trail/copied-folder.ts';
import { faultLine } from '../trail/fault.ts';
import { type Keys, keysIn } from '../trail/root-check.ts';
import { type Expected, type Verified, verifyTrail } from '../trail/verify.ts';

export interface TrailVerifyOptions {
  /** Public keys, PEM. */
  readonly key: readonly string[];
  /** `12` or `12:<hash of its file>`. */
  readonly expectRoot?: string;
  /** ISO 8601. */
  readonly takenAt?: string;
}

/** Verifies a copy of the sealed trail, asking nobody; each fault is told as it is found. Ends with `found` when there is one. */
export async function verifyCopy(
  { terminal, json }: Pick<Setting, 'terminal' | 'json'>,
  folder: string,
  options: TrailVerifyOptions,
): Promise<void> {
  const expected = expectedOf(options);
  const faults = verifyTrail(copiedFolder(folder), await keysOf(options.key), expected);
  let count = 0;
  for (;;) {
    const next = await faults.next();
    if (next.done === true) {
      if (json) terminal.data(JSON.stringify({ intact: count === 0, faults: count, ...next.value }));
      else for (const line of saidOf(next.value, count)) terminal.talk(line);
      if (count > 0)
        throw new CommandEnds(EXIT.found, `The copy in ${folder} is not intact: ${counted(count, 'fault')}.`);
      if (expected.root === undefined) terminal.talk(adviceOf(next.value));
      return;
    }
    count += 1;
    terminal.data(json ? JSON.stringify(next.value) : faultLine(next.value));
  }
}

async function keysOf(files: readonly string[]): Promise<Keys> {
  try {
    return keysIn(await Promise.all(files.map((file) => readFile(file, 'utf8'))));
  } catch (cause) {
    throw new CommandEnds(
      EXIT.usage,
      `--key ${files.join(' ')} will not do: ${(cause as Error).message}. Give the public key of the trail (PEM), as docs/trail.md says where to get it.`,
    );
  }
}

function expectedOf({ expectRoot, takenAt }: TrailVerifyOptions): Expected {
  const [, number, hash] = /^(\d{1,10})(?::([0-9a-f]{64}))?$/.exec(expectRoot ?? '') ?? [];
  if (expectRoot !== undefined && number === undefined)
    throw new CommandEnds(
      EXIT.usage,
      '--expect-root takes a number, or number:hash as the last run said it.',
    );
  const taken = takenAt === undefined ? undefined : Date.parse(takenAt);
  if (Number.isNaN(taken))
    throw new CommandEnds(EXIT.usage, '--taken-at takes a moment such as 2026-11-22T12:00:00Z.');
  return {
    ...(number !== undefined && { root: { number: Number(number), ...(hash !== undefined && { hash }) } }),
    ...(taken !== undefined && { takenAt: taken }),
  };
}

function saidOf({ events, shards, files, roots, newestRoot }: Verified, faults: number): readonly string[] {
  const iso = (at: number) => new Date(at).toISOString();
  return [
    `${faults === 0 ? 'Intact' : 'Looked at'}: ${counted(events, 'event')} in ${counted(shards, 'shard')} and ${counted(files, 'file')}, ${counted(roots, 'signed root')}.`,
    ...(newestRoot
      ? [
          `The newest root is ${newestRoot.number}, signed ${iso(newestRoot.at)}: it vouches for what came to the trail before ${iso(newestRoot.through)}.`,
        ]
      : []),
  ];
}

const adviceOf = ({ newestRoot }: Verified): string =>
  `An end that was cut off together with its roots shows in nothing but its age. Compare the root with the journal of trail-sealer, and next time add: --expect-root ${newestRoot?.number}:${newestRoot?.hash}`;

const counted = (count: number, what: string): string =>
  `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
