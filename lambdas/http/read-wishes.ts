import type { APIGatewayProxyEvent } from 'aws-lambda';
import type { LanguageWishes } from '../../portal/negotiate.ts';
import { COOKIES, readCookies } from './cookies.ts';

/** What a request says of the language it wants its answer in. */
export function readWishes({ headers, queryStringParameters }: APIGatewayProxyEvent): LanguageWishes {
  const header = (wanted: string) =>
    Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === wanted)?.[1];
  return {
    query: queryStringParameters?.['lang'],
    cookie: readCookies(header('cookie')).get(COOKIES.language),
    acceptLanguage: header('accept-language'),
  };
}
