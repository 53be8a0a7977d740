/** One thing that people fill in. */
export interface Field {
  readonly attribute: string;
  readonly label: Record<string, string>;
}

const PLACEHOLDER = /%([A-Za-z][A-Za-z0-9-]*)%/g;

/** What stands for the value of an attribute. */
export const placeholderOf = (attribute: string): string => `%${attribute}%`;

/** The attributes that a filter has placeholders for, each once, in its order. */
export const placeholdersIn = (filter: string): readonly string[] => [
  ...new Set([...filter.matchAll(PLACEHOLDER)].map(([, name = '']) => name)),
];

/** The filter that finds whoever has all that is filled in. */
export function plainFilter(fields: readonly Pick<Field, 'attribute'>[]): string {
  const parts = fields
    .filter(({ attribute }) => attribute !== '')
    .map(({ attribute }) => `(${attribute}=${placeholderOf(attribute)})`);
  return parts.length === 1 ? parts.join('') : parts.length === 0 ? '' : `(&${parts.join('')})`;
}

/** What is wrong with a filter, as far as can be told while it is typed; undefined where nothing is. */
export function filterTrouble(
  filter: string,
  fields: readonly Pick<Field, 'attribute'>[],
): string | undefined {
  const text = filter.trim();
  if (text === '') return 'Write a filter, such as (mail=%mail%).';
  if (!text.startsWith('(') || !text.endsWith(')')) return 'Begin it with ( and end it with ).';
  const open = text.split('(').length - text.split(')').length;
  if (open !== 0) return `It has ${open > 0 ? `${open} ( too many` : `${-open} ) too many`}.`;
  const named = new Set(fields.map(({ attribute }) => attribute));
  const without = placeholdersIn(text).find((name) => !named.has(name));
  if (without === undefined) return undefined;
  return `There is no field for “${without}”. Add one, written the same, or take ${placeholderOf(without)} out.`;
}

/** What a field lacks: a filter that asks for it. */
export const fieldTrouble = ({ attribute }: Pick<Field, 'attribute'>, filter: string): string | undefined =>
  attribute === '' || placeholdersIn(filter).includes(attribute)
    ? undefined
    : `The filter never asks for it. Put ${placeholderOf(attribute)} into it, or remove this.`;

/** What has another meaning in a filter, written so that it is only itself (RFC 4515 §3). */
const escaped = (value: string): string =>
  value.replaceAll(/[\\*()\0]/g, (sign) => `\\${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);

/** What is typed, as it is read: like names, without space around, in small letters. */
const asRead = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();

/** The filter as the directory is asked with it, after somebody typed these values. */
export const filledIn = (filter: string, typed: Readonly<Record<string, string>>): string =>
  filter.trim().replaceAll(PLACEHOLDER, (placeholder, name: string) => {
    const value = Object.hasOwn(typed, name) ? typed[name] : undefined;
    return value === undefined ? placeholder : escaped(asRead(value));
  });

const SAMPLES: Readonly<Record<string, string>> = {
  mail: 'Alex.Smith@example.com',
  userprincipalname: 'asmith@example.com',
  samaccountname: 'asmith',
  sn: 'O’Brien (Smith)',
  givenname: 'Alex',
  displayname: 'Alex Smith (Sales)',
  telephonenumber: '+44 20 7946 0000',
  mobile: '+44 7700 900000',
};

/** What somebody might type for an attribute. */
export const sampleOf = (attribute: string): string => SAMPLES[attribute.toLowerCase()] ?? '104*77';
