import { assert, property, uint8Array, webPath } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROUTE_KEYS } from '../../lambdas/api.ts';
import { gatewayEvent, matchRoute, type PlainRequest } from '../../local/gateway.ts';

const request = (changes: Partial<PlainRequest> = {}): PlainRequest => ({
  method: 'GET',
  path: '/',
  query: new URLSearchParams(),
  headers: [],
  body: Buffer.alloc(0),
  sourceIp: '127.0.0.1',
  ...changes,
});
const nowhere = { resource: '', parameters: {} };

describe('finding the route of a request', () => {
  it('finds every route of the API by its own method and path', () => {
    for (const key of ROUTE_KEYS) {
      const [method = '', path = ''] = key.split(' ');
      expect(matchRoute(method, path.replaceAll(/\{\w+\}/g, 'something'))?.key).toBe(key);
    }
  });

  it('says what a parameter stands for, and nothing of a fixed segment', () => {
    expect(matchRoute('GET', '/api/admin/configuration/versions/7')).toEqual({
      key: 'GET /api/admin/configuration/versions/{version}',
      resource: '/api/admin/configuration/versions/{version}',
      parameters: { version: '7' },
    });
    expect(matchRoute('DELETE', '/api/enrollment/email-code')?.parameters).toEqual({});
  });

  it('finds nothing where the path is known and the method is not', () => {
    expect(matchRoute('PUT', '/api/enrollment/session')).toBeUndefined();
    expect(matchRoute('GET', '/api/recovery/reset')).toBeUndefined();
    expect(matchRoute('GET', '/recover/proofs')).toBeUndefined();
  });

  it('finds nothing for a path that is longer, shorter, or has an empty parameter', () => {
    for (const path of ['/recover/', '/api', '/assets/', '/assets/a/b', '//', ''])
      expect([path, matchRoute('GET', path)]).toEqual([path, undefined]);
  });

  it('names a route that exists, or none, whatever the path', () => {
    const known: readonly (string | undefined)[] = [...ROUTE_KEYS, undefined];
    assert(
      property(webPath(), (path) => {
        expect(known).toContain(matchRoute('GET', path)?.key);
      }),
    );
  });
});

describe('the event of a request', () => {
  it('has the last of several headers, and all of them', () => {
    const headers = [
      ['cookie', 'a=1'],
      ['cookie', 'b=2'],
    ] as const;
    const event = gatewayEvent(request({ headers }), nowhere, '');
    expect(event.headers).toEqual({ cookie: 'b=2' });
    expect(event.multiValueHeaders).toEqual({ cookie: ['a=1', 'b=2'] });
  });

  it('has null where there is no query, no parameter and no body', () => {
    const event = gatewayEvent(request(), nowhere, '');
    expect([event.queryStringParameters, event.pathParameters, event.body]).toEqual([null, null, null]);
  });

  it('has query and parameters, decoded', () => {
    const event = gatewayEvent(
      request({ query: new URLSearchParams('because=must%20change&because=expired') }),
      { resource: '/assets/{file}', parameters: { file: 'x.css' } },
      '',
    );
    expect(event.queryStringParameters).toEqual({ because: 'expired' });
    expect(event.multiValueQueryStringParameters).toEqual({ because: ['must change', 'expired'] });
    expect(event.pathParameters).toEqual({ file: 'x.css' });
  });

  it('carries every body unharmed, as base64, as an API does whose media types are all binary', () => {
    assert(
      property(uint8Array({ minLength: 1 }), (bytes) => {
        const { body, isBase64Encoded } = gatewayEvent(request({ body: Buffer.from(bytes) }), nowhere, '');
        expect(Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8')).toEqual(Buffer.from(bytes));
      }),
    );
    expect(gatewayEvent(request({ body: Buffer.from('é') }), nowhere, '')).toMatchObject({
      body: 'w6k=',
      isBase64Encoded: true,
    });
  });

  it('says the stage and the path with and without it, when there is a base path', () => {
    const event = gatewayEvent(request({ path: '/recover' }), nowhere, '/prod');
    expect([event.path, event.requestContext.path, event.requestContext.stage]).toEqual([
      '/recover',
      '/prod/recover',
      'prod',
    ]);
  });

  it('says the address of the socket, whatever a header claims', () => {
    const headers = [['x-forwarded-for', '203.0.113.9']] as const;
    const event = gatewayEvent(request({ headers, sourceIp: '127.0.0.1' }), nowhere, '');
    expect(event.requestContext.identity.sourceIp).toBe('127.0.0.1');
  });
});
