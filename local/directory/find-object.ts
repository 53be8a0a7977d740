import { dnKey, isWithin, parentKey } from './distinguished-name.ts';
import type { Entry } from './entry.ts';
import { decodeGuid } from './guid.ts';
import type { Result } from './response.ts';
import { decodeSid } from './security-identifier.ts';
import { badName, noSuchObject, referral } from './windows-results.ts';
import type { World } from './world.ts';

export type Found = { readonly entry: Entry } | { readonly refusal: Result };

/** The object a name means: a distinguished name, `<GUID=…>` or `<SID=…>` (MS-ADTS 3.1.1.3.1.2.4), or why there is none. */
export function findObject(world: World, name: string): Found {
  const special = /^<(GUID|SID)=([^>]+)>$/i.exec(name.trim());
  if (special) return found(bySpecialName(world, special[1] ?? '', special[2] ?? ''), noSuchObject(''));
  const key = dnKey(name);
  const base = dnKey(world.domain.base) ?? '';
  if (key === undefined || key === '') return { refusal: badName(name) };
  if (!isWithin(key, base)) return { refusal: referral(foreignHost(key), name) };
  return found(world.find(key), noSuchObject(nearest(world, key)));
}

const found = (entry: Entry | undefined, refusal: Result): Found => (entry ? { entry } : { refusal });

function bySpecialName(world: World, kind: string, value: string): Entry | undefined {
  const bytes = /^(?:[0-9a-f]{2})+$/i.test(value) ? Buffer.from(value, 'hex') : undefined;
  if (kind.toUpperCase() === 'GUID') {
    const guid = bytes ? decodeGuid(bytes) : value.toLowerCase();
    return guid === undefined ? undefined : world.indexes().withGuid(guid);
  }
  const sid = bytes ? decodeSid(bytes) : value.toUpperCase();
  return sid === undefined ? undefined : world.indexes().withSid(sid);
}

/** The DNS name that the DC parts spell: where AD would send the client, known or not. */
const foreignHost = (key: string): string =>
  [...key.matchAll(/dc="((?:[^"\\]|\\.)*)"/g)].map(([, label]) => label).join('.') || 'unknown.invalid';

function nearest(world: World, key: string): string {
  for (let above = parentKey(key); above !== ''; above = parentKey(above)) {
    const entry = world.find(above);
    if (entry) return entry.dn;
  }
  return '';
}
