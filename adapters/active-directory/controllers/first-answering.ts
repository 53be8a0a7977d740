import { Failure } from '../../../domain/failure.ts';
import { type Connection, openConnection } from '../connection.ts';
import { isDiscovery } from './discovery.ts';
import type { CheckedDomain } from '../domain-settings.ts';
import { sharedBy } from './shared-by-domain.ts';

/** Which domain controllers may do: these, or those that DNS names. */
export type Candidates = CheckedDomain['domainControllers'];

/**
 * Connects to the first domain controller that answers and prepares the work there: what `prepare` does may be done
 * again on the next one, so it only reads. The caller closes the connection. Those that failed time and again lately are
 * passed over. When none answers in time, throws Failure `directory-untrusted` if the certificate of any was refused, else
 * `directory-unreachable`; it names them all. Throws `directory-busy` when no connection with it came free in time.
 */
export async function firstAnswering<T>(
  domain: CheckedDomain,
  candidates: Candidates,
  prepare: (connection: Connection) => Promise<T>,
  withinMs = domain.deadlines.totalMs,
): Promise<{ readonly connection: Connection; readonly prepared: T }> {
  const { health, controllers } = sharedBy(domain);
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), withinMs);
  const troubles = new Map<string, Failure>();
  let urls: readonly string[] = [];
  try {
    urls = isDiscovery(candidates) ? await controllers() : candidates;
    let last: Failure | undefined;
    for (const url of health.inTurn(urls)) {
      if (deadline.signal.aborted) break;
      // At once, before anything is waited for: whoever comes next must see it.
      health.begun(url);
      if (last) domain.onPassedOver(last);
      try {
        return await preparedOn(url, domain, deadline.signal, prepare);
      } catch (error) {
        last = passing(domain, error);
        troubles.set(url, last);
      }
    }
  } finally {
    clearTimeout(timer);
  }
  const untried = urls.filter((url) => !troubles.has(url));
  throw noneAnswered(domain, [...troubles.values(), ...health.troublesOf(untried)]);
}

/** As `firstAnswering`, for work that is nothing but reading: the connection is closed after it. */
export async function onFirstAnswering<T>(
  domain: CheckedDomain,
  candidates: Candidates,
  work: (connection: Connection) => Promise<T>,
  withinMs = domain.deadlines.totalMs,
): Promise<T> {
  const { connection, prepared } = await firstAnswering(domain, candidates, work, withinMs);
  await connection.close();
  return prepared;
}

async function preparedOn<T>(
  url: string,
  domain: CheckedDomain,
  signal: AbortSignal,
  prepare: (connection: Connection) => Promise<T>,
) {
  const { health } = sharedBy(domain);
  let connection: Connection | undefined;
  try {
    connection = await opened(url, domain, signal);
    const prepared = await prepare(connection);
    health.answered(url);
    return { connection, prepared };
  } catch (error) {
    // What our own deadline cuts, or never came to a connection, tells nothing of the domain controller.
    if (connection?.isUp()) health.answered(url);
    else if (signal.aborted || !isPassing(error)) health.left(url);
    else health.failed(url, error);
    await connection?.close();
    throw error;
  }
}

/** A connection in one of the domain controller's places, which it gives back with its end. */
async function opened(url: string, domain: CheckedDomain, signal: AbortSignal): Promise<Connection> {
  const giveBack = await sharedBy(domain).budget.place(url, signal);
  try {
    const connection = await openConnection(url, domain, signal);
    void connection.gone.then(giveBack);
    return connection;
  } catch (error) {
    giveBack();
    throw error;
  }
}

/** Whether the next domain controller may not have that trouble. A server's answer is final. */
const isPassing = (error: unknown): error is Failure =>
  error instanceof Failure && ['directory-unreachable', 'directory-untrusted'].includes(error.code);

/** The trouble, if the next one is to be tried; throws any other. */
function passing(domain: CheckedDomain, error: unknown): Failure {
  if (isPassing(error)) return error;
  if (error instanceof Failure && error.code === 'directory-busy') domain.onPassedOver(error);
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
