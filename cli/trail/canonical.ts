import { hash } from 'node:crypto';

/** Members sorted by name, no spaces; written anew here, so that who verifies does not rest on the code that sealed. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  // Names that are whole numbers come first, as in every object of JavaScript.
  const names = Object.keys(
    Object.fromEntries(
      Object.keys(value)
        .toSorted(byCodeUnit)
        .map((name) => [name, 0]),
    ),
  );
  const members = new Map(Object.entries(value));
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(members.get(name))}`).join(',')}}`;
}

const byCodeUnit = (one: string, other: string): number => (one < other ? -1 : 1);

/** In hexadecimal digits, of the text as UTF-8. */
export const sha256 = (text: string): string => hash('sha256', text, 'hex');

/** A JSON object, or undefined when the text is none. */
export function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
