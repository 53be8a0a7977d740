import * as fc from 'fast-check';
import { ROUTE_KEYS, routeSpec, type RouteKey } from '../../../lambdas/api.ts';
import { anyText } from '../../support/any-text.ts';
import { bodyFor } from './any-body.ts';

/** One generated request, but for what is alive, which is put in when it is sent. */
export interface Drop {
  readonly key: RouteKey;
  readonly parameter: string;
  readonly suffix: string;
  readonly handle: 'open' | 'proven' | 'session' | 'none' | 'garbage';
  readonly honest: boolean;
  readonly contentType: string | undefined;
  readonly operation: string | undefined;
  readonly extra: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';

/** Which of what is alive a route takes; nobody is signed in as an administrator. */
const RIGHT_HANDLES = {
  flow: ['open', 'proven'],
  session: ['session'],
  admin: ['garbage'],
  none: ['none'],
} as const satisfies Record<string, readonly Drop['handle'][]>;

/** Any request to any route: mostly right, and wrong in one way or another. */
export const anyDrop: fc.Arbitrary<Drop> = fc.constantFrom(...ROUTE_KEYS).chain((key) => {
  const right = routeSpec(key).face === 'json' ? JSON_TYPE : FORM_TYPE;
  return fc.record({
    key: fc.constant(key),
    parameter: fc.oneof(
      fc.constantFrom(
        'security-answers',
        'A'.repeat(43),
        'portal.css',
        '..',
        '%2e%2e',
        '__proto__',
        'constructor',
      ),
      anyText(12).map((text) => encodeURIComponent(text.toWellFormed())),
    ),
    suffix: fc.oneof(
      { weight: 6, arbitrary: fc.constant('') },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '?lang=de',
          '?lang=xx',
          '?lang=__proto__',
          '?%zz',
          '?a=1&a=2',
          '?code=a-code&state=a-state&iss=https%3A%2F%2Fidp.example',
          '/',
          '//',
          '?',
        ),
      },
    ),
    handle: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...RIGHT_HANDLES[routeSpec(key).handle ?? 'none']) },
      {
        weight: 1,
        arbitrary: fc.constantFrom<Drop['handle'][]>('open', 'proven', 'session', 'none', 'garbage'),
      },
    ),
    honest: fc.constantFrom(true, true, true, false),
    contentType: fc.oneof(
      { weight: 8, arbitrary: fc.constant<string | undefined>(right) },
      {
        weight: 1,
        arbitrary: fc.constantFrom<(string | undefined)[]>(
          undefined,
          'text/plain',
          JSON_TYPE,
          FORM_TYPE,
          'application/json;charset=latin1',
          ';',
          'multipart/form-data',
        ),
      },
    ),
    operation: fc.constantFrom<(string | undefined)[]>(
      'operation-1',
      'operation-2',
      '"operation-3"',
      undefined,
      'x',
      ' ',
    ),
    extra: fc.constantFrom<Readonly<Record<string, string>>[]>(
      {},
      {},
      { 'x-forwarded-for': '198.51.100.7' },
      { 'accept-language': 'de;q=2,*;q=zz' },
      { 'accept-language': '-,;q=' },
      { 'x-http-method-override': 'DELETE' },
      { 'sec-fetch-site': 'same-origin' },
      { origin: 'null' },
    ),
    body: bodyFor(key),
  });
});
