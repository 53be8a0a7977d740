import { AndFilter, Client, EqualityFilter } from 'ldapts';
import { sidText } from '../adapters/active-directory/sid.ts';
import { CannotStart } from './cannot-start.ts';
import type { LocalDirectory } from './local-directory.ts';

/** The SID of a group, by its sAMAccountName, read as the data proxy account. Throws CannotStart when there is none. */
export async function groupSid(
  { urls: [url = ''], ca, baseDn, dataProxy }: Pick<LocalDirectory, 'urls' | 'ca' | 'baseDn' | 'dataProxy'>,
  name: string,
): Promise<string> {
  const client = new Client({ url, connectTimeout: 5_000, timeout: 5_000, tlsOptions: { ca } });
  try {
    await client.bind(dataProxy.username, dataProxy.password);
    const { searchEntries } = await client.search(baseDn, {
      filter: new AndFilter({
        filters: [
          new EqualityFilter({ attribute: 'objectCategory', value: 'group' }),
          new EqualityFilter({ attribute: 'sAMAccountName', value: name }),
        ],
      }),
      attributes: ['objectSid'],
      explicitBufferAttributes: ['objectSid'],
    });
    const value = searchEntries[0]?.['objectSid'];
    const sid = Buffer.isBuffer(value) ? sidText(value) : undefined;
    if (sid === undefined)
      throw new CannotStart(
        `The directory has no group ${name}: create it, or, where the data folder is of an older version, begin anew with --reset.`,
      );
    return sid;
  } finally {
    await client.unbind();
  }
}
