import type { DeployedPolicy } from '../domain/policy/deployed-configuration.ts';
import type { ExternalResponsesChoice, IdentityProviderChoice } from '../lambdas/deployment-choices.ts';
import type { Settings } from './settings.ts';

type Outside = Pick<Settings, 'outside'>;

/** What administrators may switch on (LATCHKEY_POLICY): names, and nothing that opens anything. */
export const policyOutside = ({
  outside: { identityProvider, externalResponses },
}: Outside): NonNullable<DeployedPolicy['outside']> => ({
  ...(identityProvider && { identityProvider: identityProvider.issuer }),
  ...(externalResponses && { externalResponses: new URL(externalResponses.url).host }),
});

/** LATCHKEY_IDENTITY_PROVIDER. */
export function deployedIdentityProvider({ outside: { identityProvider } }: Outside): string {
  if (!identityProvider) return 'none';
  const { issuer, clientId, clientSecretName: secretId } = identityProvider;
  return JSON.stringify({
    issuer,
    clientId,
    ...(secretId !== undefined && { secretId }),
  } satisfies IdentityProviderChoice);
}

/** LATCHKEY_EXTERNAL_RESPONSES. */
export function deployedExternalResponses({ outside: { externalResponses } }: Outside): string {
  if (!externalResponses) return 'none';
  const { url, secretName: secretId } = externalResponses;
  return JSON.stringify({ url, host: new URL(url).host, secretId } satisfies ExternalResponsesChoice);
}

/** The names of the secrets shared with somebody outside. */
export const outsideSecretNames = ({
  outside: { identityProvider, externalResponses },
}: Outside): readonly string[] =>
  [identityProvider?.clientSecretName, externalResponses?.secretName].filter((name) => name !== undefined);
