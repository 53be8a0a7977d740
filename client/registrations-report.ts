import type { Registration } from './api-types.ts';

/** The columns of the registrations report, the same at the console and on the command line. */
export const REPORT_COLUMNS: readonly string[] = [
  'name',
  'display name',
  'status',
  'user configuration',
  'methods',
  'changed',
  'good until',
  'distinguished name',
];

/** One person's row of it. */
export const reportCells = (row: Registration): readonly string[] => [
  row.name,
  row.displayName,
  row.status,
  row.userConfiguration ?? '',
  row.methods.join(' '),
  row.changedAt ?? '',
  row.goodUntil ?? '',
  row.distinguishedName,
];
