import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Context } from 'oidc-provider';

/** A real OpenID provider (npm's oidc-provider) on loopback, at another site than the product: who comes from there brings no cookie of ours. */
export interface OpenIdProviderHere {
  readonly issuer: string;
  readonly clientId: string;
  /** Opens it for a client that is led back to these addresses. */
  open(returnTo: readonly string[]): void;
  stop(): Promise<void>;
}

const CLIENT = 'latchkey';
/** A page with one field: whoever is named there has signed in. */
const SIGN_IN = `<!doctype html><html lang="en"><title>The provider</title><h1>The provider</h1>
  <form method="post"><label>Account <input name="account" required></label><button>Sign in there</button></form></html>`;

export async function openIdProviderHere(): Promise<OpenIdProviderHere> {
  let answer = (_request: IncomingMessage, response: ServerResponse): void =>
    void response.writeHead(503).end();
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    issuer,
    clientId: CLIENT,
    open: (returnTo) => {
      const provider = new Provider(issuer, configurationFor(returnTo));
      const rest = provider.callback();
      answer = (request, response) => {
        if (request.url?.startsWith('/interaction/') === true) void interact(provider, request, response);
        else rest(request, response);
      };
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function interact(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === 'GET')
    return void response.writeHead(200, { 'content-type': 'text/html' }).end(SIGN_IN);
  const typed = new URLSearchParams(Buffer.concat(await Array.fromAsync(request)).toString('utf8'));
  const accountId = typed.get('account') ?? '';
  await provider.interactionFinished(request, response, {
    login: { accountId, remember: false, amr: ['mfa'] },
  });
}

const configurationFor = (returnTo: readonly string[]) => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    clients: [
      {
        client_id: CLIENT,
        redirect_uris: returnTo,
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'none',
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'key-1', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['only for tests'] },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 60, IdToken: 60, AuthorizationCode: 60 },
    claims: { openid: ['sub', 'amr'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: Context, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: Context, accountId: string) => ({ accountId, claims: () => ({ sub: accountId }) }),
    loadExistingGrant: async ({ oidc }: Context) => {
      const { provider, client, session } = oidc;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  };
};
