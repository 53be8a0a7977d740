import { describe, expect, test } from 'vitest';
import example from '../../config/example.ts';
import {
  deployedExternalResponses,
  deployedIdentityProvider,
  policyOutside,
} from '../../lib/deployed-outside.ts';
import { outsideSettings } from '../../lib/settings/outside-settings.ts';
import type { Settings } from '../../lib/settings.ts';
import { synthesized } from './synthesized.ts';

const OUTSIDE = {
  identityProvider: {
    issuer: 'https://login.example.com/tenant',
    clientId: 'latchkey',
    clientSecretName: 'latchkey/provider',
  },
  externalResponses: { url: 'https://verify.example.com:8443/latchkey', secretName: 'latchkey/responses' },
};

describe('what lies outside', () => {
  test('is nothing, unless it is said', () => {
    expect(policyOutside(example)).toEqual({});
    expect([deployedIdentityProvider(example), deployedExternalResponses(example)]).toEqual(['none', 'none']);
  });

  test('is told to administrators by name, and to the function that asks it with the names of its secrets', () => {
    const settings: Settings = { ...example, outside: outsideSettings.parse(OUTSIDE) };
    expect(policyOutside(settings)).toEqual({
      identityProvider: 'https://login.example.com/tenant',
      externalResponses: 'verify.example.com:8443',
    });
    expect(JSON.parse(deployedIdentityProvider(settings))).toEqual({
      issuer: 'https://login.example.com/tenant',
      clientId: 'latchkey',
      secretId: 'latchkey/provider',
    });
    expect(JSON.parse(deployedExternalResponses(settings))).toEqual({
      url: 'https://verify.example.com:8443/latchkey',
      host: 'verify.example.com:8443',
      secretId: 'latchkey/responses',
    });
  });

  test('may be read by that function alone, and only what is named', () => {
    const it = synthesized({ ...example, outside: outsideSettings.parse(OUTSIDE) });
    const policies = it
      .all('service', 'AWS::IAM::Policy')
      .filter(({ Properties }) => JSON.stringify(Properties).includes(':secret:latchkey/'));
    expect(policies.map(({ id }) => id)).toEqual([expect.stringMatching(/^Federation/)]);
    const text = JSON.stringify(policies[0]?.Properties);
    for (const name of ['latchkey/provider', 'latchkey/responses'])
      expect(text).toContain(`:secret:${name}-??????`);
  });

  test.each([
    [{ identityProvider: { ...OUTSIDE.identityProvider, issuer: 'http://login.example.com' } }, 'issuer'],
    [
      { identityProvider: { ...OUTSIDE.identityProvider, issuer: 'https://a:b@login.example.com' } },
      'issuer',
    ],
    [
      { identityProvider: { ...OUTSIDE.identityProvider, clientSecretName: 'with blank' } },
      'clientSecretName',
    ],
    [{ externalResponses: { ...OUTSIDE.externalResponses, url: 'https://verify.example.com/?a=b' } }, 'url'],
    [{ externalResponses: { url: OUTSIDE.externalResponses.url } }, 'secretName'],
    [{ somewhere: 'else' }, 'somewhere'],
  ])('cannot be %j', (given, where) => {
    const read = outsideSettings.safeParse(given);
    expect(JSON.stringify(read.error?.issues)).toContain(where);
  });
});
