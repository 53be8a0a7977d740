import type { Cookie } from './cookies.ts';

/** An answer, before headers and encoding. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly Cookie[];
  readonly body: string;
  /** The body is bytes, as base64; needs the API to hand binary answers on as such. */
  readonly base64?: true;
}

export const json = (status: number, value: object, extra: Partial<Reply> = {}): Reply => ({
  ...extra,
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...extra.headers },
  body: JSON.stringify(value),
});

export const html = (document: string, status = 200, extra: Partial<Reply> = {}): Reply => ({
  ...extra,
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', ...extra.headers },
  body: document,
});

/** Post, redirect, get: `to` is a full path, base path included. */
export const seeOther = (to: string, extra: Partial<Reply> = {}): Reply => ({
  ...extra,
  status: 303,
  headers: { location: to, 'content-type': 'text/plain; charset=utf-8', ...extra.headers },
  body: '',
});

/** RFC 9457 problem details with a stable `code` and a `reference` to read out on the telephone. */
export const problem = (
  status: number,
  code: string,
  reference: string,
  more: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Reply => ({
  status,
  headers: { 'content-type': 'application/problem+json; charset=utf-8', ...headers },
  body: JSON.stringify({
    type: 'about:blank',
    title: code.replaceAll('-', ' '),
    status,
    code,
    reference,
    ...more,
  }),
});
