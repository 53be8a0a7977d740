import { CommandEnds, EXIT } from '../exit-codes.ts';
import { endOfDay, publishDocument } from '../publish-document.ts';
import type { Setting } from '../setting.ts';
import { tableText } from '../terminal.ts';

/** Who is blocked, why, and until when. */
export async function listBlocked({ call, terminal, json }: Setting): Promise<void> {
  const { document } = await call('GET /api/admin/configuration');
  if (json) return terminal.data(JSON.stringify(document.blockList, null, 2));
  const rows = document.blockList.map((entry) => [...nameOf(entry), entry.until ?? '', entry.reason]);
  terminal.data(
    rows.length > 0 ? tableText(['kind', 'name', 'until', 'reason'], rows) : 'No one is blocked.',
  );
}

export interface Blocked {
  readonly user?: string;
  readonly group?: string;
}

/** Blocks a user or a group at once; says so when they are on the list already. */
export async function block(
  setting: Setting,
  { user, group }: Blocked,
  { reason, until, dryRun }: { readonly reason: string; readonly until?: string; readonly dryRun: boolean },
): Promise<void> {
  const { call, terminal } = setting;
  const kind = user === undefined ? 'group' : 'user';
  const typed = user ?? group;
  if (typed === undefined)
    throw new CommandEnds(EXIT.usage, 'Say whom: --user CORP\\asmith or --group CORP\\Contractors.');
  const { document, version } = await call('GET /api/admin/configuration');
  const there = document.blockList.find((entry) => matches(entry, kind, typed));
  if (there) {
    const end = there.until === undefined ? '' : ` until ${there.until}`;
    throw new CommandEnds(
      EXIT.failed,
      `${nameOf(there)[1]} is on the block list already${end}: “${there.reason}”.`,
    );
  }
  const more = { reason, ...(until !== undefined && { until: endOfDay(until) }) };
  const entry = kind === 'user' ? { user: { name: typed }, ...more } : { group: { name: typed }, ...more };
  if (dryRun)
    return terminal.talk(`A dry run: the ${kind} ${typed} would be blocked. Nothing has been changed.`);
  const changed = { ...document, blockList: [...document.blockList, entry] };
  const published = await publishDocument(setting, {
    document: changed,
    basedOn: version,
    reason: `Block ${typed}: ${reason}`,
  });
  terminal.talk(`${typed} is blocked, from version ${published.version} on.`);
}

/** Takes a user or a group off the list. */
export async function unblock(
  setting: Setting,
  { user, group }: Blocked,
  { reason, dryRun }: { readonly reason: string; readonly dryRun: boolean },
): Promise<void> {
  const { call, terminal } = setting;
  const kind = user === undefined ? 'group' : 'user';
  const typed = user ?? group;
  if (typed === undefined)
    throw new CommandEnds(EXIT.usage, 'Say whom: --user CORP\\asmith or --group CORP\\Contractors.');
  const { document, version } = await call('GET /api/admin/configuration');
  const blockList = document.blockList.filter((entry) => !matches(entry, kind, typed));
  if (blockList.length === document.blockList.length)
    throw new CommandEnds(
      EXIT.failed,
      `The ${kind} ${typed} is not on the block list. See: latchkey block-list list`,
    );
  if (dryRun)
    return terminal.talk(`A dry run: the ${kind} ${typed} would be taken off. Nothing has been changed.`);
  const published = await publishDocument(setting, {
    document: { ...document, blockList },
    basedOn: version,
    reason,
  });
  terminal.talk(`${typed} is no longer on the block list, from version ${published.version} on.`);
}

type Entry = { readonly user: { readonly name: string } } | { readonly group: { readonly name: string } };

const nameOf = (entry: Entry): readonly [string, string] =>
  'user' in entry ? ['user', entry.user.name] : ['group', entry.group.name];

/** Whether an entry is of that kind and name; a name without a domain is enough. */
function matches(entry: Entry, kind: string, typed: string): boolean {
  const [entryKind, name] = nameOf(entry);
  const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
  return entryKind === kind && (same(name, typed) || same(name.split('\\').at(-1) ?? '', typed));
}
