import type { ColdStarts } from './cold-start.ts';
import type { MemoryMeasured } from './memory.ts';
import { memorySize } from './memory-size.ts';
import type { PageWeights } from './page-weight.ts';
import type { PreFlightMeasured } from './pre-flight.ts';
import type { RecoveryMeasured } from './recovery.ts';
import type { RegistrationsMeasured } from './registrations.ts';
import type { TrailMeasured } from './trail.ts';

/** All that can be measured, by the names by which it is asked for. */
export interface Measured {
  readonly recovery: RecoveryMeasured;
  readonly 'cold-start': ColdStarts;
  readonly memory: readonly MemoryMeasured[];
  readonly portal: PageWeights;
  readonly registrations: Readonly<Record<string, RegistrationsMeasured>>;
  readonly 'pre-flight': readonly PreFlightMeasured[];
  readonly trail: readonly TrailMeasured[];
}

/** The measurements as a person reads them. */
export const report = (measured: Partial<Measured>): string =>
  [
    ...(measured.recovery ? recoveryLines(measured.recovery) : []),
    ...Object.entries(measured['cold-start'] ?? {}).map(
      ([name, { ms, ratio }]) => `Cold start   ${name}: ${ms} ms, ${ratio} × its SDK-only twin`,
    ),
    ...(measured.memory ?? []).map(
      (it) =>
        `Memory       ${it.name}: ${it.firstMs} ms of CPU to the first answer, ${it.callMs} for ${it.call}, at most ${it.peakMiB} MiB; ${memorySize(it)} MB`,
    ),
    ...(measured.portal ? [portalLine(measured.portal)] : []),
    ...Object.entries(measured.registrations ?? {}).map(
      ([people, { peakMiB, seconds }]) =>
        `Report       over ${people} people: at most ${peakMiB} MiB, ${seconds} s`,
    ),
    ...(measured['pre-flight'] ?? []).map(preFlightLine),
    ...(measured.trail ?? []).map(trailLine),
  ].join('\n');

const recoveryLines = (recovery: RecoveryMeasured): readonly string[] => [
  `Recovery     ${recovery.cpuRatio} × its floor (${recovery.cpuMs} ms of CPU beside ${recovery.floorMs} ms)`,
  `             ${recovery.dynamodbRequests} DynamoDB requests, ${recovery.kmsRequests} KMS requests; the sender ${recovery.outbox.dynamodbRequests} and ${recovery.outbox.kmsRequests}`,
  `             $${recovery.usdPer1000} for 1,000`,
];

function portalLine(portal: PageWeights): string {
  const heaviest = Object.entries(portal).toSorted(([, a], [, b]) => b.bytes - a.bytes)[0];
  return `Portal       ${Object.keys(portal).length} pages; the heaviest is ${heaviest?.[0]} with ${heaviest?.[1].bytes} bytes, all it loads included`;
}

const trailLine = ({ seal, verify }: TrailMeasured): string =>
  `Trail        of ${verify.events} events: verified in ${verify.seconds} s with at most ${verify.peakMiB} MiB, ${verify.faults} faults; sealed in ${seal.seconds} s with ${seal.peakMiB} MiB`;

const preFlightLine = ({ directory, preFlight, search }: PreFlightMeasured): string =>
  `Pre-flight   over ${preFlight.people} people in ${directory === 'look-alike' ? 'the look-alike' : directory}: ${preFlight.perSecond} people/s beside ${search.perSecond} listed only; at most ${preFlight.peakMiB} MiB beside ${search.peakMiB}`;
