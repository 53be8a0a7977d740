import { Client, ResultCodeError } from 'ldapts';
import type { Control, Entry, SearchOptions } from 'ldapts';
import type { LookAlike } from '../../../local/directory/look-alike.ts';
import { DOMAIN } from '../../../local/people.ts';

export const BASE = DOMAIN.base;

export const quoted = (password: string): Buffer => Buffer.from(`"${password}"`, 'utf16le');

export const clientOf = (ad: LookAlike): Client =>
  new Client({ url: ad.url, tlsOptions: { ca: [ad.ca] }, connectTimeout: 3000, timeout: 5000 });

/** Does `work` on a connection of its own, anonymous unless `name` is given. */
export async function on<T>(
  ad: LookAlike,
  [name, password]: readonly [] | readonly [string, string],
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = clientOf(ad);
  try {
    if (name !== undefined && password !== undefined) await client.bind(name, password);
    return await work(client);
  } finally {
    await client.unbind();
  }
}

export const READER = [DOMAIN.reader.upn, DOMAIN.reader.password] as const;
export const RESETTER = [DOMAIN.resetter.upn, DOMAIN.resetter.password] as const;

/** 'ok', or what the server said: result code, and its text without NUL and without ldapts' addition. */
export async function saidOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'ok';
  } catch (error) {
    if (!(error instanceof ResultCodeError)) throw error;
    return `${error.code} ${error.message.replaceAll('\0', '').replace(/ Code: 0x[0-9a-f]+$/, '')}`;
  }
}

/** Tries a bind and tells 'ok' or the `data` code. */
export async function bindAnswer(ad: LookAlike, name: string, password: string): Promise<string> {
  const said = await saidOf(on(ad, [name, password], () => Promise.resolve()));
  return / data ([0-9a-f]+)/.exec(said)?.[1] ?? said;
}

/** Entries found under the domain head (or `base`) by the data proxy account. */
export async function find(
  ad: LookAlike,
  options: SearchOptions & { readonly base?: string },
  controls: Control[] = [],
): Promise<Entry[]> {
  const { base = BASE, ...rest } = options;
  return on(
    ad,
    READER,
    async (client) => (await client.search(base, { scope: 'sub', ...rest }, controls)).searchEntries,
  );
}

/** The usernames a filter finds, sorted. */
export async function namesOf(ad: LookAlike, filter: SearchOptions['filter']): Promise<readonly string[]> {
  const entries = await find(ad, {
    ...(filter === undefined ? {} : { filter }),
    attributes: ['sAMAccountName'],
  });
  return entries.map((entry) => String(entry['sAMAccountName'])).sort();
}

/** The distinguished name of somebody of the cast. */
export const dnOf = (ad: LookAlike, username: string): string => ad.person(username)?.distinguishedName ?? '';
