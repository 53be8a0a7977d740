/** As deep as DynamoDB lets values be. */
const MOST_DEPTH = 32;

/**
 * A value of a table as DynamoDB writes it into an export (`{"S": "…"}`, `{"N": "1"}`, `{"M": {…}}`), as the adapters know it. The central store keeps texts, numbers, yes and no, nothing, maps and lists; anything else is an
 * Error that says what it met.
 */
function valueOf(exported: unknown, depth: number): unknown {
  if (depth > MOST_DEPTH) throw new Error(`a value is deeper than ${MOST_DEPTH} levels`);
  const [[kind, value] = ['', undefined], ...more] = Object.entries(objectOf(exported));
  if (more.length > 0) throw new Error('a value has several kinds');
  const read = Object.hasOwn(READERS, kind) ? READERS[kind] : undefined;
  if (!read)
    throw new Error(`a value is of kind "${kind.slice(0, 20)}", which the central store never writes`);
  return read(value, depth);
}

/** Every attribute of a row. */
export const attributesOf = (item: unknown, depth = 0): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(objectOf(item)).map(([name, value]) => [name, valueOf(value, depth + 1)]),
  );

const READERS: Readonly<Record<string, (value: unknown, depth: number) => unknown>> = {
  S: (value) => of('string', value, 'text'),
  N: numberOf,
  BOOL: (value) => of('boolean', value, 'yes or no'),
  NULL: () => null,
  M: attributesOf,
  L: (value, depth) => {
    if (!Array.isArray(value)) throw new Error('a value is no list');
    return value.map((each) => valueOf(each, depth + 1));
  },
};

function of(type: 'string' | 'boolean', value: unknown, what: string): unknown {
  if (typeof value === type) return value;
  throw new Error(`a value is no ${what}`);
}

const objectOf = (value: unknown): object => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new Error('a value is no map');
};

/** What is no number, or none that stays the same in JavaScript, is an Error. */
function numberOf(value: unknown): number {
  const number = typeof value === 'string' && /^-?\d[\d.eE+-]*$/.test(value) ? Number(value) : NaN;
  if (Math.abs(number) <= Number.MAX_SAFE_INTEGER) return number;
  throw new Error('a value is no number');
}
