import { useDraft } from '../draft.tsx';
import type { Method } from '../parts/method-words.ts';

/** What a method goes by outside of Latchkey, if anything; the deployment says it, and no administrator. */
export type Joined =
  | { readonly kind: 'inside' }
  | { readonly kind: 'joined'; readonly to: string }
  | { readonly kind: 'not-joined'; readonly what: string; readonly setting: string };

/** Whether the deployment is joined to what a method goes by. */
export function useJoined(method: Method): Joined {
  const { identityProvider, externalResponses } = useDraft().inForce.outside;
  const joined = (to: string | undefined, what: string, setting: string): Joined =>
    to === undefined ? { kind: 'not-joined', what, setting } : { kind: 'joined', to };
  if (method === 'openid-connect')
    return joined(identityProvider, 'an identity provider', 'outside.identityProvider');
  if (method === 'external-responses')
    return joined(externalResponses, 'an external service', 'outside.externalResponses');
  return { kind: 'inside' };
}
