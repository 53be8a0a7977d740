import * as z from 'zod/mini';
import type { Examination } from '../../domain/health/examination.ts';
import { CHECKS, type CheckName, type Finding } from '../../domain/health/finding.ts';
import { FIXES } from '../../domain/health/prospect.ts';
import type { PreFlight } from '../../domain/ports/health-store.ts';
import type { RecordSchema } from './read-stored.ts';

/** What a pre-flight found is kept this long from its start. */
export const PRE_FLIGHT_KEPT_MS = 8 * 24 * 60 * 60_000;

const check = z.custom<CheckName>((value) => typeof value === 'string' && Object.hasOwn(CHECKS, value));

const finding: RecordSchema<Finding> = z.looseObject({
  check,
  object: z.string(),
  state: z.enum(['fine', 'warning', 'broken']),
  cause: z.string(),
  remedy: z.exactOptional(z.string()),
  commands: z.exactOptional(
    z.array(z.looseObject({ shell: z.enum(['dsacls', 'powershell']), line: z.string() })),
  ),
});

/** One visit of the doctor, whole. */
export const storedExamination: RecordSchema<Examination> = z.looseObject({
  at: z.number(),
  domains: z.array(z.looseObject({ domain: z.string(), findings: z.array(finding) })),
  configuration: z.array(finding),
});

const counts = z.object({ green: z.number(), amber: z.number(), red: z.number() });

/** One pre-flight, without its pages. */
export const storedPreFlight: RecordSchema<PreFlight> = z.looseObject({
  id: z.string(),
  startedAt: z.number(),
  finishedAt: z.exactOptional(z.number()),
  pages: z.number(),
  after: z.exactOptional(z.object({ domain: z.string(), username: z.string() })),
  counts,
  fixes: z.partialRecord(z.enum(FIXES), z.number()),
});

/** How many pages a run had before this one is kept; the end of a run may come without people, and is no page then. */
export const pagesBefore = ({ pages }: PreFlight, page: readonly unknown[]): number =>
  page.length > 0 ? pages - 1 : pages;
