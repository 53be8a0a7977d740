import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BadRequest } from '../../../lambdas/http/bad-request.ts';
import { duplicateKey } from '../../../lambdas/http/duplicate-key.ts';
import { readBody } from '../../../lambdas/http/read-body.ts';
import type { RouteKey } from '../../../lambdas/api.ts';
import { eventOf } from '../../support/asked-event.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' };
const START: RouteKey = 'POST /api/recovery';

type Body = string | Uint8Array;
const read = (key: RouteKey, body: Body | undefined, headers: Record<string, string>) => {
  const [method = '', path = ''] = key.split(' ');
  return readBody(eventOf({ method, path, headers, ...(body !== undefined && { body }) }), key);
};
const readJson = (
  body: Body | undefined,
  key: RouteKey = START,
  headers: Record<string, string> = JSON_TYPE,
) => read(key, body, headers);
const readForm = (body: Body, key: RouteKey = 'POST /enroll/sign-in') => read(key, body, FORM_TYPE);
/** What is said of a body that is not taken. */
const refusal = (reading: () => unknown): string => {
  try {
    reading();
  } catch (error) {
    if (error instanceof BadRequest) return error.message;
    throw error;
  }
  return 'taken';
};

describe('a JSON body', () => {
  it('is read as it was written', () => {
    expect(readJson('{"claim":{"username":"jo"}}')).toEqual({ claim: { username: 'jo' } });
    expect(readJson(Buffer.from('{"claim":{"username":"jö\\u00fc"}}'))).toEqual({
      claim: { username: 'jöü' },
    });
  });

  it.each([
    ['twice', '{"claim":{"username":"a"},"claim":{"username":"b"}}', 'claim'],
    ['twice, deep inside', '{"claim":{"username":"a","username":"b"}}', 'username'],
    ['twice, once in escapes', '{"claim":{"username":"a","\\u0075sername":"b"}}', 'username'],
    ['twice, both in escapes', '{"claim":{"\\u0075sername":"a","u\\u0073ername":"b"}}', 'username'],
    ['twice, with blanks', '{ "claim" : { "username" : "a" , "username"\t:\n"b" } }', 'username'],
    ['twice, with a quotation mark in it', '{"a\\"b":1,"a\\"b":2}', undefined],
  ])('may not have a key %s', (_how, body, field) => {
    expect(refusal(() => readJson(body))).toBe(
      field === undefined ? 'key-duplicate' : `key-duplicate: ${field}`,
    );
  });

  it('may have one key in several objects, and values that look like keys', () => {
    for (const text of [
      '{"a":{"x":1},"b":{"x":2}}',
      '[{"x":1},{"x":2}]',
      '{"x":"x","y":["x","x"]}',
      '{"x":"\\"x\\":{\\"x\\":1"}',
    ])
      expect(duplicateKey(text)).toBeUndefined();
  });

  it('has a duplicate found wherever it is', () => {
    const name = fc.constantFrom('a', 'b"', '\\', '{', '}', ':', '\u2028', '💩', '');
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.jsonValue(), name, (first, second, key) => {
        const twice = `{${JSON.stringify(key)}:${JSON.stringify(first)},${JSON.stringify(key)}:${JSON.stringify(second)}}`;
        expect(duplicateKey(JSON.stringify(first))).toBeUndefined();
        expect(duplicateKey(twice)).toBe(key);
        expect(duplicateKey(`{"outer":[1,${twice}]}`)).toBe(key);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/json; charset=latin1',
    'application/json;charset=utf-16',
    'application/jsonp',
    'application/json, text/plain',
    '',
  ])('is not taken as %j', (type) => {
    const body = '{"claim":{"username":"jo"}}';
    expect(refusal(() => readJson(body, START, { 'content-type': type }))).toBe('content-type-wrong');
    expect(refusal(() => readJson(body, START, {}))).toBe('content-type-wrong');
  });

  it.each(['application/json', 'Application/JSON; charset=UTF-8', 'application/json;charset="utf-8"'])(
    'is taken as %s',
    (type) => {
      const headers = { 'Content-Type': type };
      expect(readJson('{"claim":{"username":"jo"}}', START, headers)).toBeDefined();
    },
  );

  it('may have 16 KB and no more, in whatever encoding it came', () => {
    const padded = (bytes: number) => `{"claim":{"username":"jo"}}`.padEnd(bytes);
    expect(refusal(() => readJson(padded(16_384)))).toBe('taken');
    expect(refusal(() => readJson(padded(16_385)))).toBe('body-too-large');
    expect(refusal(() => readJson(Buffer.from(padded(16_385))))).toBe('body-too-large');
    expect(refusal(() => readJson(`"${'é'.repeat(8_192)}"`))).toBe('body-too-large');
  });

  it.each([
    ['a stray byte', [0xff]],
    ['an overlong slash', [0xc0, 0xaf]],
    ['an encoded surrogate', [0xed, 0xa0, 0x80]],
    ['a broken end', [0xe2, 0x82]],
  ])('must be UTF-8: %s', (_what, bytes) => {
    const body = Buffer.concat([
      Buffer.from('{"claim":{"username":"'),
      Buffer.from(bytes),
      Buffer.from('"}}'),
    ]);
    expect(refusal(() => readJson(body))).toBe('body-not-utf8');
  });

  it.each(['', '{', '{"claim":}', "{'claim':1}", 'claim=1', '{"a":1}{"a":1}', '\0'])(
    'must be JSON: %j',
    (body) => {
      expect(refusal(() => readJson(body))).toBe('body-malformed');
    },
  );

  it.each([
    ['an array for an object', '[]', 'field-invalid'],
    ['a text for an object', '"jo"', 'field-invalid'],
    ['nothing for an object', 'null', 'field-invalid'],
    ['a number for a text', '{"claim":{"username":7}}', 'field-invalid: claim.username'],
    ['nothing for a text', '{"claim":{"username":null}}', 'field-invalid: claim.username'],
    ['an array for a text', '{"claim":{"username":["jo"]}}', 'field-invalid: claim.username'],
    ['an object for a text', '{"claim":{"username":{"toString":"jo"}}}', 'field-invalid: claim.username'],
    ['a text for an object inside', '{"claim":"jo"}', 'field-invalid: claim'],
    ['a word that is none of the list', '{"claim":{"username":"jo"},"send":"sms"}', 'field-invalid: send'],
    ['no field', '{"claim":{}}', 'field-missing: claim.username'],
    ['no object', '{}', 'field-missing: claim'],
    ['too long a text', `{"claim":{"username":"${'x'.repeat(513)}"}}`, 'field-too-long: claim.username'],
    ['an unknown field', '{"claim":{"username":"jo"},"admin":true}', 'field-unknown: admin'],
    ['an unknown field inside', '{"claim":{"username":"jo","domain":"X"}}', 'field-unknown: domain'],
    ['__proto__', '{"claim":{"username":"jo"},"__proto__":{"admin":true}}', 'field-unknown: __proto__'],
    ['__proto__ inside', '{"claim":{"username":"jo","__proto__":{}}}', 'field-unknown: __proto__'],
    ['constructor', '{"claim":{"username":"jo"},"constructor":{}}', 'field-unknown: constructor'],
    ['only a prototype', '{"__proto__":{"claim":{"username":"jo"}}}', 'field-missing: claim'],
  ])('is refused with %s', (_what, body, said) => {
    expect(refusal(() => readJson(body))).toBe(said);
  });

  it.each([
    ['neither alternative', '{}', 'field-missing: address'],
    ['both', '{"address":"a@x.example","code":"1"}', 'field-unknown: code'],
    ['a number', '{"code":7}', 'field-invalid: code'],
    ['something else beside', '{"code":"1","x":"1"}', 'field-unknown: x'],
  ])('of two shapes is refused with %s', (_what, body, said) => {
    expect(refusal(() => readJson(body, 'PUT /api/enrollment/email-code'))).toBe(said);
  });

  it.each([
    ['a key that is no question', '{"answers":{"A question":"x"}}', 'field-invalid'],
    ['a number for an answer', '{"answers":{"pet":7}}', 'field-invalid'],
    ['an array of answers', '{"answers":["x"]}', 'field-invalid'],
    ['too long an answer', `{"answers":{"pet":"${'x'.repeat(513)}"}}`, 'field-too-long'],
  ])('of answers is refused with %s', (_what, body, said) => {
    expect(refusal(() => readJson(body, 'POST /api/recovery/proofs/security-answers'))).toMatch(said);
  });

  it('of answers lets no prototype through', () => {
    const body = '{"answers":{"__proto__":"x","pet":"y"}}';
    const taken = readJson(body, 'POST /api/recovery/proofs/security-answers') as { answers: object };
    expect(Object.keys(taken.answers)).toEqual(['pet']);
    expect(Object.getPrototypeOf(taken.answers)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('is not taken where none is asked for', () => {
    for (const key of ['GET /api/recovery', 'DELETE /api/enrollment/session', 'GET /recover'] as const) {
      expect(refusal(() => readJson('{}', key))).toBe('body-unexpected');
      expect(readJson(undefined, key)).toBeUndefined();
    }
  });

  it('never makes reading break, whatever it is', () => {
    const anything = fc.oneof(
      fc.json(),
      fc.string(),
      fc.uint8Array(),
      fc.record({ claim: fc.anything(), send: fc.anything() }).map((value) => JSON.stringify(value) ?? ''),
    );
    fc.assert(
      fc.property(anything, (body) => {
        expect(typeof refusal(() => readJson(body))).toBe('string');
        expect(typeof refusal(() => readForm(body))).toBe('string');
      }),
      { numRuns: 500 },
    );
  });
});

describe('a form', () => {
  it('is read as the browser filled it in', () => {
    expect(readForm('token=t&username=J%C3%B6+Smith%26')).toEqual({
      token: 't',
      username: 'Jö Smith&',
      password: '',
    });
    expect(readForm('')).toEqual({ username: '', password: '' });
  });

  it.each([
    ['twice the same field', 'username=a&username=b', 'key-duplicate: username'],
    ['twice, once in escapes', 'username=a&%75sername=b', 'key-duplicate: username'],
    ['an unknown field', 'username=a&admin=1', 'field-unknown: admin'],
    ['a prototype', 'username=a&__proto__=1', 'field-unknown: __proto__'],
    ['too long a value', `username=${'x'.repeat(513)}`, 'field-too-long: username'],
    ['bytes that are no UTF-8', 'username=%ff', 'body-not-utf8'],
    ['an overlong slash', 'username=%c0%af', 'body-not-utf8'],
    ['more than 16 KB', `username=${'x'.repeat(16_384)}`, 'body-too-large'],
  ])('is refused with %s', (_what, body, said) => {
    expect(refusal(() => readForm(body))).toBe(said);
  });

  it('is not taken as JSON, nor with files', () => {
    for (const type of ['application/json', 'multipart/form-data; boundary=x', 'text/plain'])
      expect(refusal(() => read('POST /enroll/sign-in', 'username=jo', { 'content-type': type }))).toBe(
        'content-type-wrong',
      );
  });
});
