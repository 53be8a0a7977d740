import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  externalResponses,
  type ServiceSettings,
} from '../../../adapters/external-responses/external-responses.ts';
import { externalResponsesFrom } from '../../../adapters/external-responses/joined-service.ts';
import { systemClock as clock } from '../../../adapters/system/clock.ts';
import type { Failure } from '../../../domain/failure.ts';
import {
  KINDS,
  startResponsesService,
  type Answering,
  type Question,
  type ResponsesService,
} from '../../support/responses-service.ts';

const ASKED = {
  person: { domain: 'CORP', guid: '11111111-2222-4333-8444-555555555555' },
  nonce: 'n'.repeat(43),
  responses: { badge: 'Blau-4711', born: '1970-01-01' },
};
const isRight = ({ responses }: Question) => responses['badge'] === 'Blau-4711';
const yes = (nonce: unknown, verified: unknown = true) => JSON.stringify({ version: 1, nonce, verified });

/** Each fault, with what becomes of it, and what is told to administrators. */
const FAULTS: readonly (readonly [string, Answering, 'refused' | 'unavailable', RegExp])[] = [
  ['does not answer', () => undefined, 'unavailable', /within 2000 ms/],
  [
    'begins, and does not come to an end',
    (reply, { nonce }, sign) => void reply.writeHead(200, sign(yes(nonce))).write(yes(nonce)),
    'unavailable',
    /within 2000 ms/,
  ],
  [
    'leads elsewhere',
    (reply) => void reply.writeHead(307, { location: '/verify' }).end(),
    'unavailable',
    /answered 307/,
  ],
  ['is broken', (reply) => void reply.writeHead(500).end(), 'unavailable', /answered 500/],
  ['hangs up', (reply) => void reply.destroy(), 'unavailable', /hang up|ECONNRESET/],
  [
    'answers five kilobytes',
    (reply, { nonce }, sign) => {
      const body = JSON.stringify({ version: 1, nonce, verified: true, padding: 'x'.repeat(5000) });
      reply.writeHead(200, sign(body)).end(body);
    },
    'unavailable',
    /more than 4096 bytes/,
  ],
  [
    'answers another question',
    (reply, _, sign) => {
      const body = yes('another');
      reply.writeHead(200, sign(body)).end(body);
    },
    'refused',
    /something else/,
  ],
  [
    'answers no JSON',
    (reply, _, sign) => void reply.writeHead(200, sign('yes')).end('yes'),
    'refused',
    /something else/,
  ],
  [
    'answers null',
    (reply, _, sign) => void reply.writeHead(200, sign('null')).end('null'),
    'refused',
    /something else/,
  ],
  ...['true', 1, null, {}].map((verified): (typeof FAULTS)[number] => [
    `says ${JSON.stringify(verified)} in place of true`,
    (reply, { nonce }, sign) => {
      const body = yes(nonce, verified);
      reply.writeHead(200, sign(body)).end(body);
    },
    'refused',
    /neither true nor false/,
  ]),
];

describe.each(KINDS)('the service for external responses, known by %s', (kind) => {
  let service: ResponsesService;
  let told: Failure[];
  beforeAll(async () => {
    service = await startResponsesService(kind, isRight);
  });
  afterAll(() => service.stop());
  beforeEach(() => {
    service.answer(undefined);
    told = [];
  });
  const joined = (more: Partial<ServiceSettings> = {}) =>
    externalResponses({
      url: service.url,
      host: service.host,
      secret: async () => service.secret,
      clock,
      onTrouble: (trouble) => void told.push(trouble),
      ...more,
    });

  it('says yes to what is right and no to what is not, of this person and this flow', async () => {
    expect(await joined().ask(ASKED)).toBe('verified');
    expect(await joined().ask({ ...ASKED, responses: { badge: 'Rot-1', born: '1970-01-01' } })).toBe(
      'refused',
    );
    expect(service.asked.at(-2)?.question).toEqual({ version: 1, ...ASKED });
    expect(told).toEqual([]);
  });

  // Waiting is the same whoever one knows.
  const faults = FAULTS.filter(([, , , why]) => kind === 'hmac' || !why.source.startsWith('within'));
  it.each(faults)('counts for nothing when it %s', async (_what, how, expected, why) => {
    service.answer(how);
    expect(await joined().ask(ASKED)).toBe(expected);
    expect(told).toMatchObject([
      { code: 'outside-unavailable', message: expect.stringMatching(why) as string },
    ]);
    for (const response of Object.values(ASKED.responses))
      expect(`${told[0]?.message ?? ''}${told[0]?.stack ?? ''}`).not.toContain(response);
  });

  it('is not asked where it is not vouched for', async () => {
    const { authority: _, ...known } = JSON.parse(service.secret) as Record<string, string>;
    const before = service.asked.length;
    expect(await joined({ secret: async () => JSON.stringify(known) }).ask(ASKED)).toBe('unavailable');
    expect(service.asked.length).toBe(before);
  });

  it.each([
    ['no JSON', 'secret'],
    ['nothing to know each other by', '{}'],
    ['a certificate without its key', '{"certificate": "x"}'],
    ['a key that is too short', JSON.stringify({ hmacKey: Buffer.alloc(31, 7).toString('base64') })],
  ])('is not asked with a secret of %s, which is told to nobody', async (_what, secret) => {
    expect(await joined({ secret: async () => secret }).ask(ASKED)).toBe('unavailable');
    expect(told[0]?.message).toContain('must be');
    expect(told[0]?.message).not.toContain(secret.length > 6 ? secret : 'no such text');
  });

  it('is nowhere but at the deployment’s host, and over TLS', () => {
    for (const url of ['https://elsewhere.example.com/verify', service.url.replace('https', 'http')])
      expect(() => joined({ url })).toThrow('must be https://');
  });
});

describe('a signed exchange', () => {
  let service: ResponsesService;
  beforeAll(async () => {
    service = await startResponsesService('hmac', isRight);
  });
  afterAll(() => service.stop());
  const ask = (secret = service.secret) =>
    externalResponses({ url: service.url, host: service.host, secret: async () => secret, clock }).ask(ASKED);

  it.each<readonly [string, Answering]>([
    ['unsigned', (reply, { nonce }) => void reply.writeHead(200).end(yes(nonce))],
    [
      'signed for another text',
      (reply, { nonce }, sign) => void reply.writeHead(200, sign(yes(nonce, false))).end(yes(nonce)),
    ],
    [
      'with our own signature sent back',
      (reply, { nonce }) => {
        const headers = service.asked.at(-1)?.headers ?? {};
        const names = ['latchkey-timestamp', 'latchkey-signature'];
        reply
          .writeHead(200, Object.fromEntries(names.map((name) => [name, String(headers[name])])))
          .end(yes(nonce));
      },
    ],
    [
      'signed at another time',
      (reply, { nonce }, sign) =>
        void reply.writeHead(200, { ...sign(yes(nonce)), 'latchkey-timestamp': '1' }).end(yes(nonce)),
    ],
    [
      'with half a signature',
      (reply, { nonce }, sign) => {
        const { 'latchkey-signature': whole = '', ...rest } = sign(yes(nonce));
        reply.writeHead(200, { ...rest, 'latchkey-signature': whole.slice(0, 20) }).end(yes(nonce));
      },
    ],
  ])('takes no yes that is %s', async (_what, how) => {
    service.answer(how);
    expect(await ask()).toBe('refused');
  });

  it('is not heard by a service that has another key', async () => {
    service.answer(undefined);
    const hmacKey = Buffer.alloc(32, 1).toString('base64');
    const { authority } = JSON.parse(service.secret) as { authority: string };
    expect(await ask(JSON.stringify({ hmacKey, authority }))).toBe('unavailable');
  });
});

describe('a connection with certificates', () => {
  it('is not made without one', async () => {
    const service = await startResponsesService('mutual-tls', isRight);
    const { authority } = JSON.parse(service.secret) as { authority: string };
    const hmacKey = Buffer.alloc(32, 1).toString('base64');
    const secret = async () => JSON.stringify({ hmacKey, authority });
    const ask = externalResponses({ url: service.url, host: service.host, secret, clock });
    expect(await ask.ask(ASKED)).toBe('unavailable');
    expect(service.asked).toEqual([]);
    await service.stop();
  });
});

describe('what the deployment says of the service', () => {
  const joinedBy = { secretOf: () => async () => '', clock };

  it('may be nothing: then it never answers', async () => {
    expect(await externalResponsesFrom('none', joinedBy).ask(ASKED)).toBe('unavailable');
  });

  it.each([
    '{}',
    '{"url": "http://a.example.com", "host": "a.example.com", "secretId": "s"}',
    '{"url": "https://a.example.com", "host": "b.example.com", "secretId": "s"}',
    '{"url": "https://a.example.com", "host": "a.example.com"}',
  ])('stops the function when it is %s', (json) => {
    expect(() => externalResponsesFrom(json, joinedBy)).toThrow(/EXTERNAL_RESPONSES|must be https/);
  });
});
