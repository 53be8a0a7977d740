import { accessListOf, ACCESS } from './access-list.ts';
import { isAllowed } from './access.ts';
import type { Requester } from './access.ts';
import type { Values } from './attributes.ts';
import { leafValue } from './distinguished-name.ts';
import type { Entry } from './entry.ts';
import { tokenGroups } from './membership.ts';
import { resultantSettings, rulesFor } from './password-rules.ts';
import { WRITABLE } from './schema.ts';
import { encodeSecurityDescriptor, PART } from './security-descriptor.ts';
import { encodeSid } from './security-identifier.ts';
import { domainSid, RID } from './seed/identifiers.ts';
import { computedControl, passwordExpiry } from './standing.ts';
import type { World } from './world.ts';

/** The values of a constructed attribute, or of nTSecurityDescriptor: answered only when asked for by name. */
export function constructedValues(
  world: World,
  entry: Entry,
  name: string,
  { requester, descriptorParts }: { requester: Requester; descriptorParts: number },
): Values {
  if (name === 'allowedAttributes') return WRITABLE.map((attribute) => attribute.name);
  if (name === 'allowedAttributesEffective')
    return WRITABLE.filter(({ guid }) => isAllowed(world, requester, entry, ACCESS.write, guid)).map(
      (a) => a.name,
    );
  if (name === 'canonicalName') return [canonicalName(world, entry)];
  // Without the control all parts are meant, and the SACL is not for ordinary accounts: AD answers nothing then.
  if (name === 'nTSecurityDescriptor')
    return (descriptorParts & PART.sacl) === 0
      ? [
          encodeSecurityDescriptor(
            accessListOf(world, entry),
            domainSid(world.domain, RID.domainAdmins),
            descriptorParts,
          ),
        ]
      : [];
  return accountComputed(world, entry, name);
}

function accountComputed(world: World, entry: Entry, name: string): Values {
  const state = world.account(entry);
  if (!state) return [];
  switch (name) {
    case 'tokenGroups':
      return tokenGroups(world, entry).map((sid) => encodeSid(sid));
    case 'msDS-User-Account-Control-Computed':
      return [String(computedControl(state, rulesFor(world, entry), world.now()))];
    case 'msDS-UserPasswordExpiryTimeComputed':
      return [String(passwordExpiry(state, rulesFor(world, entry)))];
    case 'msDS-ResultantPSO':
      return resultantDn(world, entry);
    default:
      return [];
  }
}

function resultantDn(world: World, entry: Entry): Values {
  const settings = resultantSettings(world, entry);
  const found = world
    .indexes()
    .ofClass('msds-passwordsettings')
    .find(({ attributes }) => attributes['cn']?.[0] === settings?.name);
  return found ? [found.dn] : [];
}

function canonicalName(world: World, entry: Entry): string {
  const below = entry.dn.slice(0, -world.domain.base.length - 1);
  const parts = below.split(/(?<!\\),/).filter(Boolean);
  return (
    [world.domain.dns, ...parts.map((part) => leafValue(part)).toReversed()].join('/') + (below ? '' : '/')
  );
}
