import type { Journal } from '../lambdas/http/site.ts';

/** Takes the lines that the functions write, one JSON object each. */
export type TakeLine = (line: string, level: 'info' | 'error') => void;

/** A journal of JSON lines, as the functions write on AWS. Causes are told by name and message, never by their stack. */
export const lineJournal = (take: TakeLine): Journal => ({
  info: (message, fields) => take(JSON.stringify({ level: 'INFO', message, ...fields }), 'info'),
  error: (message, fields, cause) =>
    take(JSON.stringify({ level: 'ERROR', message, ...fields, cause: causeOf(cause) }), 'error'),
});

const causeOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : 'not an error';
