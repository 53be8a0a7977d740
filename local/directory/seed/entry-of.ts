import { dnKey, leafValue } from '../distinguished-name.ts';
import type { Entry } from '../entry.ts';
import { guidFrom } from '../guid.ts';

type Attributes = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The classes above each class used here (MS-ADSC). */
const CLASSES = {
  domainDNS: ['top', 'domain', 'domainDNS'],
  organizationalUnit: ['top', 'organizationalUnit'],
  container: ['top', 'container'],
  builtinDomain: ['top', 'builtinDomain'],
  group: ['top', 'group'],
  user: ['top', 'person', 'organizationalPerson', 'user'],
  computer: ['top', 'person', 'organizationalPerson', 'user', 'computer'],
  'msDS-PasswordSettingsContainer': ['top', 'msDS-PasswordSettingsContainer'],
  'msDS-PasswordSettings': ['top', 'msDS-PasswordSettings'],
  configuration: ['top', 'configuration'],
  crossRefContainer: ['top', 'crossRefContainer'],
  crossRef: ['top', 'crossRef'],
  sitesContainer: ['top', 'sitesContainer'],
  site: ['top', 'site'],
  serversContainer: ['top', 'serversContainer'],
  server: ['top', 'server'],
  nTDSDSA: ['top', 'applicationSettings', 'nTDSDSA'],
} as const;

export type ClassName = keyof typeof CLASSES;

/** An object of `className` at `dn`. Its objectGUID follows from `identity` (the distinguished name when left out). */
export function entryOf(
  className: ClassName,
  dn: string,
  attributes: Attributes = {},
  { sid, identity }: { sid?: string; identity?: string } = {},
): Entry {
  const key = dnKey(dn);
  if (key === undefined) throw new TypeError(`"${dn}" is not a distinguished name`);
  return {
    dn,
    key,
    guid: guidFrom(identity ?? key),
    classes: CLASSES[className],
    attributes: { ...present({ name: leafValue(dn) }), ...present(attributes) },
    ...(sid ? { sid } : {}),
  };
}

function present(attributes: Attributes): Record<string, readonly string[]> {
  const filled: Record<string, readonly string[]> = {};
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) filled[name] = typeof value === 'string' ? [value] : value;
  return filled;
}
