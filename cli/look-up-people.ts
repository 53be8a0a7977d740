import type { Person } from '../client/api-types.ts';
import type { NamedRow } from './names-in.ts';
import { progress } from './progress.ts';
import type { Setting } from './setting.ts';

export interface FoundPerson extends NamedRow {
  readonly person: Person;
}

export interface LookedUp {
  /** Each person once, by the name the directory has for them. */
  readonly found: readonly FoundPerson[];
  /** Names of nobody, or of several. */
  readonly missing: readonly NamedRow[];
}

/** Names looked up at a time. */
const AT_ONCE = 8;

/** The people that names stand for: `CORP\asmith`, `asmith`, `asmith@corp.example`. */
export async function lookUpPeople(setting: Setting, names: readonly NamedRow[]): Promise<LookedUp> {
  const found = new Map<string, FoundPerson>();
  const missing: NamedRow[] = [];
  const bar = progress(setting.terminal, 'Looking names up', { total: names.length });
  try {
    for (let at = 0; at < names.length; at += AT_ONCE) {
      const some = names.slice(at, at + AT_ONCE);
      const people = await Promise.all(some.map((named) => personNamed(setting, named)));
      for (const [index, named] of some.entries()) {
        const one = people[index];
        if (!one) missing.push(named);
        else if (!found.has(keyOf(one.person))) found.set(keyOf(one.person), one);
      }
      bar.advance(some.length);
    }
  } finally {
    bar.end();
  }
  return { found: [...found.values()], missing };
}

export const keyOf = ({ domain, guid }: Person): string => `${domain}\\${guid}`;

async function personNamed(setting: Setting, named: NamedRow): Promise<FoundPerson | undefined> {
  const direct = await accountNamed(setting, named);
  if (direct) return direct;
  // Other ways to write a name, such as user@domain, are the product's own to read.
  const { name } = await setting.call('POST /api/admin/match', { body: { username: named.name } });
  return name === undefined ? undefined : accountNamed(setting, { ...named, name });
}

/** The account of just that name: the directory answers with all that begin so. */
async function accountNamed({ call }: Setting, { row, name }: NamedRow): Promise<FoundPerson | undefined> {
  const { objects } = await call('GET /api/admin/directory', { query: { kind: 'user', beginning: name } });
  const wanted = shortOf(name);
  const [only, ...more] = objects.filter((each) => shortOf(each.name) === wanted);
  if (!only || more.length > 0) return undefined;
  const domain = only.name.split('\\')[0] ?? '';
  return { row, name: only.name, person: { domain, guid: only.id } };
}

const shortOf = (name: string): string => (name.split('\\').at(-1) ?? '').toLowerCase();
