import type { TLSSocket } from 'node:tls';
import {
  type Change,
  Client,
  type Control,
  type Entry,
  type Filter,
  ResultCodeError,
  type SearchOptions,
} from 'ldapts';
import { deadlined } from './deadlined.ts';
import type { ModifyOutcome } from './directory-answer.ts';
import { type DirectoryError, readDirectoryError } from './directory-error.ts';
import type { CheckedDomain } from './domain-settings.ts';
import { BINARY_ATTRIBUTES } from './entry.ts';
import { noSuchObject, readFailure, refusedBind } from './read-failure.ts';
import { secureSocket } from './secure-socket.ts';

/**
 * One connection to one domain controller, for one unit of work. When the network fails or an answer takes too long,
 * every method throws Failure `directory-unreachable`; only a modify that has left says `lost`.
 */
export interface Connection {
  /** The domain controller's ldaps URL. */
  readonly url: string;
  /** A simple bind (RFC 4513 §5.1.3). Answers the server's refusal; undefined when it said yes. */
  bind(name: string, password: string): Promise<DirectoryError | undefined>;
  search(base: string, options: SearchOptions, ...controls: Control[]): Promise<readonly Entry[]>;
  /** The one entry; undefined when there is none of that name, or the filter does not fit it. */
  readEntry(dn: string, options: SearchOptions, ...controls: Control[]): Promise<Entry | undefined>;
  /** Which of the filters fit the object of that name, in their order: one base search each, none waiting for another. */
  fits(dn: string, filters: readonly Filter[]): Promise<readonly boolean[]>;
  /** A paged search (RFC 2696); a page may take the server longer than other answers. */
  pages(base: string, options: SearchOptions, ...controls: Control[]): AsyncIterable<readonly Entry[]>;
  modify(dn: string, changes: Change[], controls: readonly Control[]): Promise<ModifyOutcome>;
  /** Whether the network still holds: false once it broke, or an answer took too long. */
  readonly isUp: () => boolean;
  /** Resolves when nothing is left of the connection, on the other side too as far as can be seen. */
  readonly gone: Promise<void>;
  /** Says goodbye and does not wait for what becomes of it. */
  close(): Promise<void>;
}

interface Wire {
  readonly url: string;
  readonly socket: TLSSocket;
  readonly client: Client;
  readonly operationMs: number;
}

const CLOSE_MS = 500;
/** UnbindRequest (RFC 4511 §4.3) with the last message id there is; ldapts would cut the connection right behind its own. */
const GOODBYE = Buffer.from('300802047fffffff4200', 'hex');
/** So many times longer than other answers a page of a listing may take: it is sorted and sought over a whole domain. */
const PATIENCE = 6;

/** Connects; `signal` cuts the connection whatever it is doing. Failures as `secureSocket`. */
export async function openConnection(
  url: string,
  domain: CheckedDomain,
  signal: AbortSignal,
): Promise<Connection> {
  const socket = await secureSocket(url, domain, signal);
  const wire = { url, socket, client: clientOn(socket, url), operationMs: domain.deadlines.operationMs };
  const cut = (): unknown => socket.destroy();
  signal.addEventListener('abort', cut);
  const gone = new Promise<void>((resolve) => {
    socket.once('close', () => resolve());
  });
  return {
    url,
    gone,
    isUp: () => socket.readyState === 'open',
    bind: (name, password) =>
      reading(wire, () => wire.client.bind(name, password).then(() => undefined, refusedBind)),
    search: (base, options, ...controls) =>
      reading(wire, async () => (await wire.client.search(base, binary(options), controls)).searchEntries),
    readEntry: (dn, options, ...controls) => reading(wire, () => readEntry(wire, dn, options, controls)),
    fits: (dn, filters) =>
      // One deadline for all: each would leave a listener on the socket, and Node warns above ten.
      reading(wire, async () => {
        const read = filters.map((filter) => readEntry(wire, dn, { filter, attributes: ['1.1'] }));
        return (await Promise.all(read)).map((entry) => entry !== undefined);
      }),
    pages: (base, options, ...controls) => pages(wire, base, options, controls),
    modify: (dn, changes, controls) => modify(wire, () => wire.client.modify(dn, changes, [...controls])),
    async close() {
      signal.removeEventListener('abort', cut);
      if (socket.destroyed) return;
      const late = setTimeout(() => socket.destroy(), CLOSE_MS);
      socket.once('close', () => clearTimeout(late)).end(GOODBYE);
    },
  };
}

/** ldapts is handed a socket that is up, and never another: left to itself it would reconnect, as anonymous. */
function clientOn(socket: TLSSocket, url: string): Client {
  const sockets = [socket];
  return new Client({
    url,
    createSecureConnection: () => {
      const next = sockets.pop();
      if (next) return next;
      throw new Error('the connection was closed');
    },
  });
}

async function reading<T>({ url, socket, operationMs }: Wire, work: () => Promise<T>): Promise<T> {
  try {
    return await deadlined(socket, operationMs, work);
  } catch (error) {
    throw readFailure(url, error);
  }
}

const readEntry = async (
  { client }: Wire,
  dn: string,
  options: SearchOptions,
  controls: Control[] = [],
): Promise<Entry | undefined> =>
  client
    .search(dn, { ...binary(options), scope: 'base' }, controls)
    .then(({ searchEntries }) => searchEntries[0], noSuchObject);

async function* pages(wire: Wire, base: string, options: SearchOptions, controls: Control[]) {
  const operationMs = wire.operationMs * PATIENCE;
  const timeLimit = Math.ceil(operationMs / 1000);
  const results = wire.client.searchPaginated(base, { ...binary(options), timeLimit }, controls);
  for (;;) {
    const page = await reading({ ...wire, operationMs }, () => results.next());
    if (page.done) return;
    yield page.value.searchEntries;
  }
}

async function modify({ url, socket, operationMs }: Wire, send: () => Promise<void>): Promise<ModifyOutcome> {
  if (socket.readyState !== 'open') throw readFailure(url, new Error('the connection was closed meanwhile'));
  try {
    await deadlined(socket, operationMs, send);
    return { kind: 'done' };
  } catch (error) {
    return error instanceof ResultCodeError
      ? { kind: 'refused', error: readDirectoryError(error) }
      : { kind: 'lost' };
  }
}

const binary = (options: SearchOptions): SearchOptions => ({
  ...options,
  explicitBufferAttributes: BINARY_ATTRIBUTES,
});
