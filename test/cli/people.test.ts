import { describe, expect, it } from 'vitest';
import { freeze, unfreeze } from '../../cli/commands/people.ts';
import { EXIT } from '../../cli/exit-codes.ts';
import { scriptedSetting } from './scripted-setting.ts';

const OPTIONS = { reason: 'Called: that was not them.', yes: true, dryRun: false };

/** A directory of jo alone, and what the service says became of them. */
const settingThatSays = (result: string) => {
  const asked: unknown[] = [];
  const act = ({ body }: { body?: Record<string, unknown> }) => {
    asked.push(body);
    const people = body?.['people'] as object[];
    return { results: people.map((person) => ({ person, result })) };
  };
  const setting = scriptedSetting({
    'GET /api/admin/directory': () => ({
      objects: [
        { kind: 'user', name: 'CORP\\jo', id: 'guid-of-jo', distinguishedName: '', displayName: 'Jo' },
      ],
    }),
    'POST /api/admin/people/freeze': act,
    'POST /api/admin/people/unfreeze': act,
  });
  return { setting, asked };
};

describe('people at the command line', () => {
  it.each([
    ['freeze', freeze, 'frozen'],
    ['freeze', freeze, 'already-frozen'],
    ['unfreeze', unfreeze, 'unfrozen'],
    ['unfreeze', unfreeze, 'not-frozen'],
  ] as const)('%s: says what became of each, and hands the reason on (%#)', async (verb, act, result) => {
    const { setting, asked } = settingThatSays(result);
    await act(setting, ['jo'], OPTIONS);
    expect(setting.called.at(-1)).toBe(`POST /api/admin/people/${verb}`);
    expect(asked).toEqual([{ people: [{ domain: 'CORP', guid: 'guid-of-jo' }], reason: OPTIONS.reason }]);
    expect(setting.said.out).toMatch(new RegExp(`CORP\\\\jo\\s+${result}`));
  });

  it('asks first, and does nothing in a dry run', async () => {
    const { setting, asked } = settingThatSays('frozen');
    await expect(freeze(setting, ['jo'], { ...OPTIONS, yes: false })).rejects.toMatchObject({
      exitCode: EXIT.usage,
    });
    expect(setting.said.talk).toContain('This would put self-service on hold for 1 person: CORP\\jo');
    await unfreeze(setting, ['jo'], { ...OPTIONS, dryRun: true });
    expect(setting.said.out).toMatch(/CORP\\jo\s+would be unfrozen/);
    expect(asked).toEqual([]);
  });
});
