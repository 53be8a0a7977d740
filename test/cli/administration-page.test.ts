import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { latchkeyProgram } from '../../cli/program.ts';
import { ROLES } from '../../domain/policy/configuration-document.ts';
import { ROUTE_KEYS, routeSpec, type RouteKey } from '../../lambdas/api.ts';

const page = readFileSync(path.join(import.meta.dirname, '..', '..', 'docs', 'administration.md'), 'utf8');

/** Every command that can be run, by its words. */
const verbs = (command: Command, before: readonly string[] = []): ReadonlyMap<string, Command> =>
  new Map(
    command.commands.flatMap((each) => {
      const words = [...before, each.name()];
      return each.commands.length > 0 ? [...verbs(each, words)] : [[words.join(' '), each] as const];
    }),
  );

describe('the administrators’ page', () => {
  const known = verbs(latchkeyProgram({}));
  const commands = Array.from(page.matchAll(/`latchkey ([^`]+)`/g), ([, text = '']) => text);

  it('says of each route who may use it, as api.ts does', () => {
    const rows = Array.from(page.matchAll(/^\|[^|]+\| `((?:GET|POST|PUT|DELETE) [^`]+)` \|(.+)\|$/gm));
    const told = rows.map(([, key, ticks = '']) => {
      const cells = ticks.split('|').map((cell) => cell.trim());
      return [key, ROLES.filter((_, at) => cells[at] === '✓')];
    });
    const guarded = ROUTE_KEYS.filter((key: RouteKey) => routeSpec(key).roles !== undefined);
    expect(told).toEqual(guarded.map((key) => [key, routeSpec(key).roles]));
    expect(page).toContain('| Administrator | Policy editor | Help desk | Auditor |');
    expect(ROLES).toEqual(['administrator', 'policy-editor', 'help-desk', 'auditor']);
  });

  it.each(commands)('shows a command that there is: latchkey %s', (text) => {
    const name = [...known.keys()].find((words) => text === words || text.startsWith(`${words} `));
    expect(name, `no such command: ${text}`).toBeDefined();
    const options = known.get(name ?? '')?.options.map(({ long }) => long) ?? [];
    for (const [option] of text.matchAll(/--[a-z-]+/g)) expect(options).toContain(option);
  });

  it('shows every command that changes something', () => {
    const writers = [...known].filter(([, { options }]) => options.some(({ long }) => long === '--dry-run'));
    expect(writers.map(([name]) => name).toSorted()).toEqual([
      'block-list add',
      'block-list remove',
      'config apply',
      'people freeze',
      'people unfreeze',
      'registrations remind',
      'registrations revoke',
      'restore',
      'versions restore',
    ]);
    for (const [name] of writers)
      expect(
        commands.some((text) => text.startsWith(name)),
        name,
      ).toBe(true);
  });

  it('says what each way to end means', () => {
    for (const code of [0, 1, 2, 3, 4, 5]) expect(page).toMatch(new RegExp(`^\\| ${code} \\| \\S`, 'm'));
  });
});
