import type { Key } from './catalogs/catalogs.ts';

/** What every page needs to know besides its own view. */
export interface Frame {
  /** '' or '/prod': every link, form action and asset starts with it. */
  readonly basePath: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Of the customer, in the page's language; as are the help line (a number, a name, a place) and the words of the way in. */
  readonly organization: string;
  readonly helpLine: string;
  readonly linkWording?: string | undefined;
  /** Path of the customer's colours, laid over the style sheet. */
  readonly sheet?: string | undefined;
  readonly logo?: Logo | undefined;
  /** Says on the page that it is a demo. */
  readonly demo: boolean;
  /** Anti-forgery token, a hidden field of every form that posts. */
  readonly formToken?: string | undefined;
  /** A shared machine: bigger type, and the browser is asked to remember nothing. */
  readonly kiosk?: boolean | undefined;
  /** Fingerprinted file names under `basePath + '/assets/'`. */
  readonly assets: { readonly css: string; readonly js: string; readonly passkey: string };
  /** What the language picker offers; with fewer than two there is no picker. */
  readonly languages: readonly string[];
  /** The page's own path without basePath, where the language picker leads back to. */
  readonly path: string;
}

/** The customer's logo: path without basePath, size in pixels, and what it says. */
export interface Logo {
  readonly path: string;
  readonly width: number;
  readonly height: number;
  readonly alternative: string;
}

/** The codes that have a sentence in the catalog, as `problem.<code>`. */
export type ProblemCode = CodeOf<Key>;
type CodeOf<K extends string> = K extends `problem.${infer Code}` ? Code : never;

/** Why a form comes back. With a field, the sentence also stands at that field. */
export interface Problem {
  readonly code: ProblemCode;
  readonly field?: string | undefined;
}

/** One problem, or one for each field that has one. */
export type Problems = Problem | readonly Problem[];

/** The same as a list. */
export function listOf(problems: Problems | undefined): readonly Problem[] {
  if (problems === undefined) return [];
  return 'code' in problems ? [problems] : problems;
}

/** A path of this site as the browser must ask for it. */
export const at = (frame: Frame, path: string): string => frame.basePath + path;
