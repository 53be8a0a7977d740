import { generateKeyPairSync, sign } from 'node:crypto';
import { p256Signed } from '../../adapters/system/p256-signed.ts';
import type { CopiedFolder } from '../../cli/trail/copied-folder.ts';
import type { Fault } from '../../cli/trail/fault.ts';
import { keysIn } from '../../cli/trail/root-check.ts';
import { type Expected, type Verified, verifyTrail } from '../../cli/trail/verify.ts';
import { signingKey } from '../../adapters/kms/trail-signer.ts';
import { sqliteChainHeads } from '../../adapters/sqlite/chain-heads.ts';
import { openCentralStore } from '../../adapters/sqlite/open-central-store.ts';
import { sqliteTrail } from '../../adapters/sqlite/trail.ts';
import { systemDigest } from '../../adapters/system/digest.ts';
import type { Trail } from '../../domain/ports/trail.ts';
import type { TrailSigner } from '../../domain/ports/trail-signer.ts';
import type { SealNeeds } from '../../domain/trail/seal.ts';
import { clockAt, type ControllableClock } from './controllable-clock.ts';
import { memoryArchive } from './memory-archive.ts';
import { NOW } from './stored-records.ts';

/** A signer with a key of its own, in memory. */
function memorySigner(): TrailSigner {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = signingKey(publicKey.export({ format: 'der', type: 'spki' }));
  return {
    key: async () => key,
    signed: async (text, signature) => p256Signed(key.pem, text, signature),
    sign: async (text) => sign('sha256', Buffer.from(text), privateKey).toString('base64'),
  };
}

export interface SealedTrail {
  readonly ports: SealNeeds & { readonly trail: Trail; readonly clock: ControllableClock };
  /** The archive's, which a test may do to what it likes. */
  readonly files: Map<string, string>;
}

/** A trail, an archive and all that a sealer needs, in memory, at five past an hour. */
export function aSealedTrail(): SealedTrail {
  const db = openCentralStore(':memory:');
  const { archive, files } = memoryArchive();
  const ports = {
    trail: sqliteTrail(db),
    heads: sqliteChainHeads(db),
    archive,
    signer: memorySigner(),
    digest: systemDigest,
    clock: clockAt(NOW),
  };
  return { ports, files };
}

/** Files in memory, as a copied folder. */
export const copyOf = (files: ReadonlyMap<string, string>): CopiedFolder => ({
  async *names(folder) {
    const within = [...files.keys()].filter((name) => name.startsWith(`${folder}/`));
    yield* new Set(within.map((name) => name.slice(folder.length + 1).split('/')[0] ?? ''));
  },
  async *pieces(file) {
    const text = files.get(file);
    yield text === undefined ? { unread: 'it is missing', as: 'missing' } : Buffer.from(text);
  },
});

/** All that the verification of a copy finds, and what it looked at. */
export async function verified(
  folder: CopiedFolder,
  pem: string,
  expected: Expected = {},
): Promise<{ readonly faults: readonly Fault[]; readonly seen: Verified }> {
  const faults: Fault[] = [];
  const going = verifyTrail(folder, keysIn([pem]), expected);
  for (;;) {
    const next = await going.next();
    if (next.done === true) return { faults, seen: next.value };
    faults.push(next.value);
  }
}

/** The events of an archive, by id, as often as they are in it. */
export const sealedIds = (files: ReadonlyMap<string, string>): readonly string[] =>
  [...files]
    .filter(([name]) => name.startsWith('chain/'))
    .flatMap(([, text]) => text.split('\n').slice(0, -1))
    .map((line) => (JSON.parse(line) as { readonly event: { readonly id: string } }).event.id);
