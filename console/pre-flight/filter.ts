import { linkWith } from '../parts/link-with.ts';
import { COLOUR_WORDS, type Colour } from './colour-words.ts';
import { FIX_WORDS, type Fix } from './fix-words.ts';

/** Whom the list shows; all, where nothing is said. */
export interface ProspectFilter {
  readonly colour?: Colour;
  readonly fix?: Fix;
}

const isColour = (text: string | null): text is Colour => text !== null && Object.hasOwn(COLOUR_WORDS, text);
const isFix = (text: string | null): text is Fix => text !== null && Object.hasOwn(FIX_WORDS, text);

/** The filter an address says; what it says wrongly is left out. */
export function filterOf(query: URLSearchParams): ProspectFilter {
  const [colour, fix] = [query.get('colour'), query.get('fix')];
  return { ...(isColour(colour) && { colour }), ...(isFix(fix) && { fix }) };
}

export const preFlightLink = ({ colour, fix }: ProspectFilter): string =>
  linkWith(['pre-flight'], { colour, fix });

export const isFiltered = ({ colour, fix }: ProspectFilter): boolean =>
  colour !== undefined || fix !== undefined;
