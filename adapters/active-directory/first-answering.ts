import { Failure } from '../../domain/failure.ts';
import { type Connection, openConnection } from './connection.ts';
import type { CheckedDomain } from './domain-settings.ts';

/**
 * Connects to the first domain controller that answers and prepares the work there: what `prepare` does may be done
 * again on the next one, so it only reads. The caller closes the connection. When none answers in time, throws Failure
 * `directory-untrusted` if the certificate of any was refused, else `directory-unreachable`; it names them all.
 */
export async function firstAnswering<T>(
  domain: CheckedDomain,
  urls: readonly string[],
  prepare: (connection: Connection) => Promise<T>,
): Promise<{ readonly connection: Connection; readonly prepared: T }> {
  const troubles: Failure[] = [];
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), domain.deadlines.totalMs);
  try {
    for (const url of urls) {
      if (deadline.signal.aborted) break;
      try {
        return await preparedOn(url, domain, deadline.signal, prepare);
      } catch (error) {
        const trouble = passing(error);
        troubles.push(trouble);
        if (url !== urls.at(-1)) domain.onPassedOver(trouble);
      }
    }
  } finally {
    clearTimeout(timer);
  }
  throw noneAnswered(domain, troubles);
}

/** As `firstAnswering`, for work that is nothing but reading: the connection is closed after it. */
export async function onFirstAnswering<T>(
  domain: CheckedDomain,
  urls: readonly string[],
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const { connection, prepared } = await firstAnswering(domain, urls, work);
  await connection.close();
  return prepared;
}

async function preparedOn<T>(
  url: string,
  domain: CheckedDomain,
  signal: AbortSignal,
  prepare: (connection: Connection) => Promise<T>,
) {
  const connection = await openConnection(url, domain, signal);
  try {
    return { connection, prepared: await prepare(connection) };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** The trouble that the next domain controller may not have; throws any other. A server's answer is final. */
function passing(error: unknown): Failure {
  if (error instanceof Failure && ['directory-unreachable', 'directory-untrusted'].includes(error.code))
    return error;
  throw error;
}

function noneAnswered({ netbiosName }: CheckedDomain, troubles: readonly Failure[]): Failure {
  const code = troubles.some((trouble) => trouble.code === 'directory-untrusted')
    ? 'directory-untrusted'
    : 'directory-unreachable';
  const told = troubles.map((trouble) => trouble.message).join('; ');
  return new Failure(code, `No domain controller of ${netbiosName} could be used: ${told}`, {
    cause: troubles[0],
  });
}
