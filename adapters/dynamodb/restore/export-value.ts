/** A value of a table as DynamoDB writes it into an export: `{"S": "…"}`, `{"N": "1"}`, `{"M": {…}}`. */
export type ExportedValue = Readonly<Record<string, unknown>>;

/**
 * The value as the adapters know it. The central store keeps texts, numbers, yes and no, nothing, maps and lists; anything else is an
 * Error that says what it met.
 */
function valueOf(exported: ExportedValue): unknown {
  const [[kind, value] = ['', undefined], ...more] = Object.entries(exported);
  if (more.length > 0) throw new Error(`a value has several kinds: ${Object.keys(exported).join(', ')}`);
  const read = Object.hasOwn(READERS, kind) ? READERS[kind] : undefined;
  if (!read) throw new Error(`a value is of kind "${kind}", which the central store never writes`);
  return read(value);
}

/** Every attribute of a row. */
export const attributesOf = (item: Readonly<Record<string, ExportedValue>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, valueOf(value)]));

const READERS: Readonly<Record<string, (value: unknown) => unknown>> = {
  S: String,
  N: numberOf,
  BOOL: Boolean,
  NULL: () => null,
  M: (value) => attributesOf(value as Record<string, ExportedValue>),
  L: (value) => (value as readonly ExportedValue[]).map(valueOf),
};

function numberOf(value: unknown): number {
  const number = Number(value);
  if (Number.isFinite(number)) return number;
  throw new Error(`"${String(value)}" is no number`);
}
