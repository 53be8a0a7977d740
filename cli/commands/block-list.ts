import type { BlockEntry, WrittenBlockEntry } from '../../client/api-types.ts';
import { carryOut } from '../carry-out.ts';
import { endOf } from '../day.ts';
import { CommandEnds, EXIT } from '../exit-codes.ts';
import type { Setting } from '../setting.ts';
import { tableText } from '../table-text.ts';

/** Who is blocked, why, and until when. */
export async function listBlocked({ call, terminal, json }: Setting): Promise<void> {
  const { document } = await call('GET /api/admin/configuration');
  if (json) return terminal.data(JSON.stringify(document.blockList, null, 2));
  const rows = document.blockList.map((entry) => [
    kindOf(entry),
    nameOf(entry),
    entry.until === undefined ? '' : `${entry.until}${isOver(entry) ? ' (over)' : ''}`,
    entry.reason,
  ]);
  terminal.data(
    rows.length > 0 ? tableText(['kind', 'name', 'until', 'reason'], rows) : 'No one is blocked.',
  );
}

/** A user or a group, as it was typed. */
export interface Whom {
  readonly user?: string;
  readonly group?: string;
}

export interface BlockOptions {
  readonly reason: string;
  readonly dryRun: boolean;
}

/** Blocks a user or a group at once; says so when they are on the list already. */
export async function block(
  setting: Setting,
  whom: Whom,
  { reason, until: day, dryRun }: BlockOptions & { readonly until?: string },
): Promise<void> {
  const { call, terminal, json } = setting;
  const { kind, typed } = wanted(whom);
  const until = day === undefined ? undefined : endOf(day, '--until');
  const { document } = await call('GET /api/admin/configuration');
  const there = document.blockList.findIndex((entry) => matches(entry, kind, typed) && !isOver(entry));
  const old = document.blockList[there];
  if (old) return alreadyThere(setting, old, there + 1, until);
  // An entry that is over blocks nobody: the new one takes its place.
  const others = document.blockList.filter((entry) => !matches(entry, kind, typed));
  const more = { reason, ...(until !== undefined && { until }) };
  const entry: WrittenBlockEntry =
    kind === 'user' ? { user: { name: typed }, ...more } : { group: { name: typed }, ...more };
  const version = await carryOut(setting, {
    document: { ...document, blockList: [...others, entry] },
    what: `Blocking ${typed}`,
    reason: `Block ${typed}: ${reason}`.slice(0, 500),
    // Whoever must be kept out is kept out at once, without a look through everybody.
    impact: dryRun,
    yes: true,
    dryRun,
  });
  if (version !== undefined && !json) terminal.talk(`${typed} is blocked, from version ${version} on.`);
}

/** What was wished for is so, unless another end was: that is for the person to decide. */
function alreadyThere(
  { terminal, json, command }: Setting,
  entry: BlockEntry,
  place: number,
  until: string | undefined,
): void {
  const end = entry.until === undefined ? '' : ` until ${entry.until}`;
  const said = `${nameOf(entry)} is on the block list already${end}, as entry ${place}: “${entry.reason}”.`;
  const another = until !== undefined && Date.parse(until) !== Date.parse(entry.until ?? '');
  if (another) {
    const verb = command(`block-list remove --${kindOf(entry)} '${nameOf(entry)}' --reason "…"`);
    throw new CommandEnds(EXIT.failed, `${said} For another end take it off first: ${verb}`);
  }
  if (json) terminal.data(JSON.stringify({ already: entry }, null, 2));
  terminal.talk(`${said} Nothing has been changed.`);
}

/** Takes a user or a group off the list. */
export async function unblock(setting: Setting, whom: Whom, { reason, dryRun }: BlockOptions): Promise<void> {
  const { call, terminal, json, command } = setting;
  const { kind, typed } = wanted(whom);
  const { document } = await call('GET /api/admin/configuration');
  const blockList = document.blockList.filter((entry) => !matches(entry, kind, typed));
  if (blockList.length === document.blockList.length)
    throw new CommandEnds(
      EXIT.failed,
      `The ${kind} ${typed} is not on the block list. See who is: ${command('block-list list')}`,
    );
  const version = await carryOut(setting, {
    document: { ...document, blockList },
    what: `The block list without ${typed}`,
    reason,
    impact: dryRun,
    yes: true,
    dryRun,
  });
  if (version !== undefined && !json)
    terminal.talk(`${typed} is no longer on the block list, from version ${version} on.`);
}

function wanted({ user, group }: Whom): { readonly kind: 'user' | 'group'; readonly typed: string } {
  if (user !== undefined) return { kind: 'user', typed: user };
  if (group !== undefined) return { kind: 'group', typed: group };
  throw new CommandEnds(EXIT.usage, "Say whom: --user 'CORP\\asmith' or --group 'CORP\\Contractors'.");
}

const kindOf = (entry: BlockEntry): 'user' | 'group' => ('user' in entry ? 'user' : 'group');

const nameOf = (entry: BlockEntry): string => ('user' in entry ? entry.user.name : entry.group.name);

const isOver = ({ until }: BlockEntry): boolean => until !== undefined && Date.parse(until) <= Date.now();

/** Whether an entry is of that kind and name; a name without a domain is enough. */
function matches(entry: BlockEntry, kind: string, typed: string): boolean {
  const name = nameOf(entry);
  const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
  return kindOf(entry) === kind && (same(name, typed) || same(name.split('\\').at(-1) ?? '', typed));
}
