import { createHash } from 'node:crypto';
import { Agent, request } from 'node:https';
import { Failure } from '../../domain/failure.ts';
import type { BreachedPasswords } from '../../domain/ports/breached-passwords.ts';
import { rangeIncludes } from './range-reply.ts';

/** The service of Have I Been Pwned. */
const PUBLIC_SERVICE = 'https://api.pwnedpasswords.com/range/';
/** From the first byte sent to the last one read, the connection included. */
const DEADLINE_MS = 1_500;
/** Answers have some 1,000 lines of 40 characters. */
const MOST_BYTES = 1_000_000;

export interface RangeQueryOptions {
  /** What becomes of a password while the service cannot be asked. */
  readonly ifUnreachable: 'allow' | 'refuse';
  /** Where the first five digits are appended; Have I Been Pwned when left out. */
  readonly url?: string;
  /** CA certificates (PEM) that vouch for the service; the system's when left out. */
  readonly ca?: readonly string[];
  /** Told each time it could not be asked; nothing of the password is in it. */
  readonly onUnreachable?: (trouble: Failure) => void;
}

/**
 * Asks a service on the web by the first five digits of the password's SHA-1, of which some thousand passwords have the same ones
 * (k-anonymity; https://haveibeenpwned.com/API/v3#PwnedPasswords). Answers within 1.5 seconds. When the service
 * cannot be asked, the password counts as unknown, or a Failure is thrown, as `ifUnreachable` says.
 */
export function rangeQuery({ ifUnreachable, url, ca, onUnreachable }: RangeQueryOptions): BreachedPasswords {
  // A connection kept while a function sleeps is often dead when it wakes, and new passwords are rare.
  const agent = new Agent({ keepAlive: false, ...(ca && { ca: [...ca] }) });
  const base = url ?? PUBLIC_SERVICE;
  return {
    async includes(password) {
      const hash = createHash('sha1').update(password, 'utf8').digest('hex').toUpperCase();
      try {
        const answer = await asked(`${base}${hash.slice(0, 5)}`, agent);
        const found = rangeIncludes(answer, hash.slice(5));
        if (found === undefined) throw new Error('it answered, and not as such a service does');
        return found;
      } catch (cause) {
        const trouble = unreachable(base, cause);
        onUnreachable?.(trouble);
        if (ifUnreachable === 'refuse') throw trouble;
        return false;
      }
    },
  };
}

const unreachable = (base: string, cause: unknown): Failure =>
  new Failure(
    'breached-list-unavailable',
    `the service for breached passwords at ${base} could not be asked: ${cause instanceof Error ? cause.message : String(cause)}`,
    { cause },
  );

/** The body of a 200 answer. `Add-Padding` makes all answers about as long, so that their length tells no digits. */
function asked(url: string, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(DEADLINE_MS);
    const give = (why: Error) =>
      reject(signal.aborted ? new Error(`no whole answer within ${DEADLINE_MS} ms`, { cause: why }) : why);
    const headers = { 'Add-Padding': 'true', 'User-Agent': 'Latchkey', Accept: 'text/plain' };
    const sent = request(url, { agent, signal, headers }, (answer) => {
      const parts: Buffer[] = [];
      let bytes = 0;
      answer.on('error', give);
      answer.on('data', (part: Buffer) => {
        bytes += part.length;
        parts.push(part);
        if (bytes > MOST_BYTES) answer.destroy(new Error('its answer is too long'));
      });
      answer.on('end', () =>
        answer.statusCode === 200
          ? resolve(Buffer.concat(parts).toString('latin1'))
          : give(new Error(`it answered ${String(answer.statusCode)}`)),
      );
    });
    sent.on('error', give);
    sent.end();
  });
}
