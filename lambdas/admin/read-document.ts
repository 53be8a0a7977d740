import { MOST_MISTAKES, type Mistake } from '../../domain/administration/mistake.ts';
import type { ConfigurationDocument } from '../../domain/policy/configuration-document.ts';
import { readByShape } from './reading/read-by-shape.ts';
import type { Reading } from './reading/reading.ts';
import { shown } from './reading/sentences.ts';
import { documentShape, methodShape } from './shapes/document.ts';

export interface ReadDocument {
  /** The document, with what could not be read replaced; undefined when there is nothing to go by. */
  readonly document?: ConfigurationDocument;
  /** Every mistake of form; empty exactly when the document is what was written. */
  readonly mistakes: readonly Mistake[];
}

/** The most bytes of a document, as JSON: the central store has no room for more (adapters/central-store/documents.ts). */
export const LARGEST_DOCUMENT = 350_000;

/**
 * Reads any JSON as a configuration document and finds everything that is wrong with its form, at once. What can't be read is replaced (by
 * what is in force, where there is such a thing), so that all the rest can be looked over in the same go.
 */
export function readDocument(value: unknown, inForce: ConfigurationDocument): ReadDocument {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { mistakes: [NO_DOCUMENT] };
  const { format } = value as { readonly format?: unknown };
  if (format !== undefined && format !== 1) return { mistakes: [otherFormat(format)] };
  const reading: Reading = {
    mistakes: [],
    instead: (path) => valueAt(inForce, path),
    codeOf: (shape) => (shape === methodShape() ? 'unknown-method' : 'out-of-range'),
  };
  const place = { path: '', key: '', called: 'the document' };
  const document = readByShape(documentShape(), value, place, reading) as ConfigurationDocument;
  // Only now: what was sent may be nested deeper than any stack reaches.
  const bytes = Buffer.byteLength(JSON.stringify(document));
  if (bytes > LARGEST_DOCUMENT) return { mistakes: [tooLarge(bytes)] };
  return { document, mistakes: reading.mistakes.slice(0, MOST_MISTAKES) };
}

/**
 * The mistakes of form, and of the mistakes in what the document says those that are not their consequence: nothing is said about what stands
 * at or under a place that could not be read, nor about references to what such a place may have held.
 */
export function allMistakes(form: readonly Mistake[], said: readonly Mistake[]): readonly Mistake[] {
  const covered = (path: string) =>
    form.some((each) => path === each.path || path.startsWith(`${each.path}/`));
  const lost = (list: string) => form.some(({ path }) => new RegExp(`^/${list}(/\\d+(/id)?)?$`).test(path));
  const consequences = new Set<Mistake['code']>([
    ...(lost('questions') ? (['unknown-question'] as const) : []),
    ...(lost('groups') ? (['unknown-group'] as const) : []),
  ]);
  const isConsequence = ({ path, code }: Mistake) =>
    covered(path) ||
    consequences.has(code) ||
    (OF_THE_WHOLE.has(code) &&
      form.some((each) => each.path.startsWith(`${path.replace(/\/sentPassword$/, '')}/`)));
  return [...form, ...said.filter((mistake) => !isConsequence(mistake))].slice(0, MOST_MISTAKES);
}

/** What is wrong with a policy as a whole cannot be told while a part of it could not be read. */
const OF_THE_WHOLE = new Set<Mistake['code']>([
  'risk-not-accepted',
  'weak-alone',
  'contradictory',
  'password-to-proof',
]);

const NO_DOCUMENT: Mistake = {
  path: '',
  code: 'wrong-type',
  message: 'This is no configuration document.',
  remedy: 'Write one JSON object, as the one that "latchkey config pull" gives.',
};

const tooLarge = (bytes: number): Mistake => ({
  path: '',
  code: 'out-of-range',
  message: `The document has ${bytes} bytes.`,
  remedy: `Shorten it to ${LARGEST_DOCUMENT}: leave out archived questions that nobody answered, or use a smaller logo.`,
});

const otherFormat = (format: unknown): Mistake => ({
  path: '/format',
  code: 'out-of-range',
  message: `The document says it is of format ${shown(format)}; this version reads format 1.`,
  remedy: 'Write "format": 1, if that is what it is; else export it anew with this version.',
});

/** What a document holds at a place outside its lists; things of a list stand for themselves. */
function valueAt(document: ConfigurationDocument, path: string): unknown {
  return path
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (value, step) =>
        typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, step)
          ? (value as Readonly<Record<string, unknown>>)[step]
          : undefined,
      document,
    );
}
