import type { Row } from './requests.ts';

/** A row as JSON values: what JSON has no form for (sets, bytes) as lists in order and as base64, so that one row has one text. */
export const plainJson = (row: Row): Row => JSON.parse(JSON.stringify(row, spelt)) as Row;

function spelt(_: string, value: unknown): unknown {
  if (value instanceof Set) return [...value].map(bytesAsText).toSorted(byText);
  return bytesAsText(value);
}

const byText = (one: unknown, other: unknown): number => (String(one) < String(other) ? -1 : 1);

const bytesAsText = (value: unknown): unknown =>
  value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
