import type { ColdStarts } from './cold-start.ts';
import type { PageWeights } from './page-weight.ts';
import type { RecoveryMeasured } from './recovery.ts';
import type { RegistrationsMeasured } from './registrations.ts';

/** The measurements as a person reads them. */
export function report({
  recovery,
  coldStart,
  portal,
  registrations,
}: {
  recovery: RecoveryMeasured;
  coldStart: ColdStarts;
  portal: PageWeights;
  registrations: Readonly<Record<string, RegistrationsMeasured>>;
}): string {
  const heaviest = Object.entries(portal).toSorted(([, a], [, b]) => b.bytes - a.bytes)[0];
  return [
    `Recovery     ${recovery.cpuRatio} × its floor (${recovery.cpuMs} ms of CPU beside ${recovery.floorMs} ms)`,
    `             ${recovery.dynamodbRequests} DynamoDB requests, ${recovery.kmsRequests} KMS requests; the sender ${recovery.outbox.dynamodbRequests} and ${recovery.outbox.kmsRequests}`,
    `             $${recovery.usdPer1000} for 1,000`,
    ...Object.entries(coldStart).map(
      ([name, { ms, ratio }]) => `Cold start   ${name}: ${ms} ms, ${ratio} × its SDK-only twin`,
    ),
    `Portal       ${Object.keys(portal).length} pages; the heaviest is ${heaviest?.[0]} with ${heaviest?.[1].bytes} bytes, all it loads included`,
    ...Object.entries(registrations).map(
      ([people, { peakMiB, seconds }]) =>
        `Report       over ${people} people: at most ${peakMiB} MiB, ${seconds} s`,
    ),
  ].join('\n');
}
