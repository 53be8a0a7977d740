import { Failure } from '../../domain/failure.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { ExternalResponses, ResponsesAsked } from '../../domain/ports/external-responses.ts';
import { exchange, type Answered } from './exchange.ts';
import { readTrust, type Trust } from './trust.ts';
import { isSigned, signed, SIGNATURE, TIMESTAMP } from './signature.ts';

/** The service, and what is shared with it. */
export interface ServiceSettings {
  /** https:// and the one address that is asked. */
  readonly url: string;
  /** The host of the deployment's settings; `url` must be of it. */
  readonly host: string;
  /** The text of the secret (docs/external-responses.md); remembered by who reads it. */
  readonly secret: () => Promise<string>;
  readonly clock: Clock;
  /** Told why an answer did not count or did not come; nothing of the responses is in it. */
  readonly onTrouble?: (trouble: Failure) => void;
}

/**
 * The organisation's own service, over HTTPS as docs/external-responses.md has it. Throws an Error, when it is made, for an
 * address that is not of the deployment's host.
 */
export function externalResponses(settings: ServiceSettings): ExternalResponses {
  const address = new URL(settings.url);
  if (address.protocol !== 'https:' || address.host !== settings.host)
    throw new Error(`The service for external responses must be https://${settings.host}: ${address.origin}`);

  const told = (why: string, cause?: unknown): void =>
    settings.onTrouble?.(
      new Failure('outside-unavailable', `The service for external responses at ${address.host} ${why}`, {
        cause,
      }),
    );

  return {
    async ask(asked) {
      let trust: Trust;
      let answered: Answered;
      try {
        trust = readTrust(await settings.secret());
        answered = await exchange(address, trust, requestOf(asked, trust, settings.clock.now()));
      } catch (error) {
        told(`could not be asked: ${error instanceof Error ? error.message : String(error)}`, error);
        return 'unavailable';
      }
      const read = judged(answered, trust, asked, settings.clock.now());
      if (typeof read === 'boolean') return read ? 'verified' : 'refused';
      told(read.why);
      return 'refused';
    },
  };
}

function requestOf({ person, nonce, responses }: ResponsesAsked, { hmacKey }: Trust, now: number) {
  const { domain, guid } = person;
  const body = JSON.stringify({ version: 1, nonce, person: { domain, guid }, responses });
  const at = String(Math.floor(now / 1000));
  return {
    body,
    headers: {
      [TIMESTAMP]: at,
      ...(hmacKey && { [SIGNATURE]: signed(hmacKey, 'request', at, body) }),
    },
  };
}

/** What the service says; or why that counts for nothing. */
function judged(
  { headers, body }: Answered,
  { hmacKey }: Trust,
  { nonce }: ResponsesAsked,
  now: number,
): boolean | { readonly why: string } {
  if (hmacKey && !isSigned(hmacKey, headers, body, now)) return { why: 'answered without a right signature' };
  const said = parsed(body);
  if (said?.['nonce'] !== nonce) return { why: 'answered something else than what was asked' };
  const { verified } = said;
  return typeof verified === 'boolean' ? verified : { why: 'answered neither true nor false' };
}

function parsed(body: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
