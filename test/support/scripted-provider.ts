import { createHash, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the token endpoint does with the next code. */
export interface Script {
  /** Laid over the claims of the ID token; undefined takes one away. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Signs with a key that is not published. */
  readonly foreignKey?: boolean;
  /** Answers this instead. */
  readonly answer?: { readonly status: number; readonly body: string };
  /** Does not answer at all. */
  readonly silent?: boolean;
  /** Answers without an ID token. */
  readonly withoutIdToken?: boolean;
}

/** An OpenID provider on loopback that signs the tokens a test asks for; it checks PKCE, the client's secret and that codes are used once. */
export interface ScriptedProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Signs somebody in at an address the product made; what is led back with. */
  signIn(address: string, script?: Script): Readonly<Record<string, string>>;
  /** How often the discovery document was read. */
  discoveries(): number;
  stop(): Promise<void>;
}

interface Waiting {
  readonly nonce: string;
  readonly challenge: string;
  readonly returnTo: string;
  readonly script: Script;
}

const KEY = 'the-key';
const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export async function scriptedProvider(): Promise<ScriptedProvider> {
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const [clientId, clientSecret] = ['latchkey', randomUUID()];
  const waiting = new Map<string, Waiting>();
  let discoveries = 0;

  const server = createServer((request, response) => {
    void answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const json = (response: ServerResponse, status: number, body: string) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    if (request.url === '/.well-known/openid-configuration') {
      discoveries += 1;
      return json(response, 200, JSON.stringify(documentOf(issuer)));
    }
    if (request.url === '/keys') {
      const key = { ...own.publicKey.export({ format: 'jwk' }), kid: KEY, use: 'sig', alg: 'RS256' };
      return json(response, 200, JSON.stringify({ keys: [key] }));
    }
    return token(request, response);
  }

  async function token(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const sent = new URLSearchParams(Buffer.concat(await Array.fromAsync(request)).toString('utf8'));
    // Both are form-encoded before they are put together (RFC 6749 §2.3.1).
    const shown = Buffer.from(
      (request.headers.authorization ?? '').slice('Basic '.length),
      'base64',
    ).toString();
    if (decodeURIComponent(shown) !== `${clientId}:${clientSecret}`)
      return json(response, 401, '{"error":"invalid_client"}');
    const known = waiting.get(sent.get('code') ?? '');
    waiting.delete(sent.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(sent.get('code_verifier') ?? '')
      .digest('base64url');
    if (!known || known.challenge !== challenge || known.returnTo !== sent.get('redirect_uri'))
      return json(response, 400, '{"error":"invalid_grant"}');
    const { script, nonce } = known;
    if (script.silent) return undefined;
    if (script.answer) return json(response, script.answer.status, script.answer.body);
    const key = script.foreignKey ? foreign.privateKey : own.privateKey;
    const body = {
      access_token: randomUUID(),
      token_type: 'Bearer',
      expires_in: 60,
      ...(!script.withoutIdToken && { id_token: idToken(key, issuer, clientId, nonce, script.claims) }),
    };
    return json(response, 200, JSON.stringify(body));
  }

  return {
    issuer,
    clientId,
    clientSecret,
    signIn: (address, script = {}) => {
      const asked = new URL(address).searchParams;
      const code = randomUUID();
      waiting.set(code, {
        nonce: asked.get('nonce') ?? '',
        challenge: asked.get('code_challenge') ?? '',
        returnTo: asked.get('redirect_uri') ?? '',
        script,
      });
      return { code, state: asked.get('state') ?? '', iss: issuer };
    },
    discoveries: () => discoveries,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const documentOf = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/keys`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  authorization_response_iss_parameter_supported: true,
});

function idToken(
  key: KeyObject,
  issuer: string,
  audience: string,
  nonce: string,
  changes: Script['claims'],
): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: issuer,
    sub: 'subject-1',
    aud: audience,
    iat: now,
    exp: now + 60,
    auth_time: now,
    nonce,
  };
  const signed = `${base64url({ alg: 'RS256', kid: KEY })}.${base64url({ ...claims, ...changes })}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
}
