import { fileTrailArchive } from '../adapters/file-system/trail-archive.ts';
import { keyFileSigner } from '../adapters/key-file/trail-signer.ts';
import { sqliteChainHeads } from '../adapters/sqlite/chain-heads.ts';
import { openCentralStore } from '../adapters/sqlite/open-central-store.ts';
import { systemClock } from '../adapters/system/clock.ts';
import { systemDigest } from '../adapters/system/digest.ts';
import { copiedFolder } from '../cli/trail/copied-folder.ts';
import { keysIn } from '../cli/trail/root-check.ts';
import { verifyTrail } from '../cli/trail/verify.ts';
import { sealTrail } from '../domain/trail/seal.ts';
import type { TrailRow } from '../domain/trail/trail-row.ts';

/** A measured process: seals so many events into a folder, or verifies that folder. */
const [errand = '', folder = '', keyPath = '', events = ''] = process.argv.slice(2);
const signer = keyFileSigner(keyPath);

/** Events such as a reset leaves, one every second. */
async function* many(count: number, until: number): AsyncGenerator<TrailRow> {
  for (let n = 0; n < count; n += 1)
    yield {
      event: {
        id: `event-${n}`,
        at: until - (count - n) * 1000,
        person: { domain: 'CORP', guid: '9d2f6c0a-3f1e-4b7a-9c55-0a1b2c3d4e5f' },
        reference: 'K7Q2-M9XD',
        source: '192.0.2.7',
        happening: {
          kind: 'change-intended',
          action: 'reset',
          proofs: ['security-answers', 'email-code'],
          domainController: 'ldaps://dc1.corp.example.com',
        },
      },
    };
}

async function seal(): Promise<object> {
  const db = openCentralStore(':memory:');
  const until = systemClock.now() - 60 * 60_000;
  const { sealed } = await sealTrail({
    trail: { rows: () => many(Number(events), until) },
    heads: sqliteChainHeads(db),
    archive: fileTrailArchive(folder),
    signer,
    digest: systemDigest,
    clock: systemClock,
  });
  return { events: sealed };
}

async function verify(): Promise<object> {
  const { pem } = await signer.key();
  const going = verifyTrail(copiedFolder(folder), keysIn([pem]));
  let faults = 0;
  for (let next = await going.next(); ; next = await going.next()) {
    if (next.done === true) return { events: next.value.events, faults };
    faults += 1;
  }
}

const began = performance.now();
const done = await (errand === 'seal' ? seal() : verify());
process.send?.({
  ...done,
  peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
  seconds: Math.round((performance.now() - began) / 100) / 10,
});
process.disconnect?.();
