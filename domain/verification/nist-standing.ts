import type { MethodName } from './method.ts';
import { METHOD_WORDS, listed } from '../administration/sentences/words.ts';
import { TRAITS } from './traits.ts';

/**
 * How a policy stands by NIST SP 800-63B-4 §4.2 (account recovery): `meets` what is asked for accounts at AAL2 by every way
 * through; `partly`, where the weakest way holds one thing of it; else `not-recognised`.
 */
export interface NistStanding {
  readonly standing: 'meets' | 'partly' | 'not-recognised';
  readonly sentence: string;
}

type Way = readonly MethodName[];
const ORDER = ['not-recognised', 'partly', 'meets'] as const;

/** The standing of the weakest way through, with why it is not better. */
export function nistStanding(ways: readonly Way[]): NistStanding {
  const [weakest] = ways.toSorted(
    (one, other) => ORDER.indexOf(standingOf(one)) - ORDER.indexOf(standingOf(other)),
  );
  if (!weakest) return { standing: 'not-recognised', sentence: 'There is no way through to be judged.' };
  const standing = standingOf(weakest);
  return { standing, sentence: sentenceOf(standing, weakest) };
}

function standingOf(way: Way): NistStanding['standing'] {
  const of = (...kinds: readonly string[]) =>
    way.filter((method) => kinds.includes(TRAITS[method].nist)).length;
  const codes = of('issued-code', 'saved-code');
  if (of('multi-factor') > 0 || codes >= 2 || (codes === 1 && of('authenticator') > 0)) return 'meets';
  return codes + of('authenticator') > 0 ? 'partly' : 'not-recognised';
}

function sentenceOf(standing: NistStanding['standing'], way: Way): string {
  const words = (methods: Way) =>
    listed(methods.map((method) => METHOD_WORDS[method].replace('their', 'the')));
  const others = way.filter((method) => TRAITS[method].nist === 'other');
  switch (standing) {
    case 'meets':
      return 'By every way through it is what NIST SP 800-63B-4 (§4.2) asks for the recovery of an account with two factors: two codes by different methods, a code and a bound authenticator, or a multi-factor authenticator.';
    case 'partly': {
      const rest =
        others.length > 0
          ? `; ${words(others)} count${others.length === 1 && !isPlural(others) ? 's' : ''} for nothing there`
          : '';
      const held = way.filter((method) => !others.includes(method));
      return `NIST SP 800-63B-4 (§4.2) asks for two things where an account has two factors, and ${words(held)} is one${rest}. It needs a risk analysis of your own.`;
    }
    case 'not-recognised':
      return `NIST SP 800-63B-4 (§4.2) does not know ${words(others)} as a way to recover an account. It needs a risk analysis of your own.`;
  }
}

const isPlural = ([method]: Way): boolean => method === 'security-answers';
