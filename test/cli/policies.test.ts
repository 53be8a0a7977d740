import { describe, expect, it } from 'vitest';
import type { ConfigurationDocument } from '../../client/api-types.ts';
import { atWork } from './deployment-and-shell.ts';

describe('policies at the command line', () => {
  const work = atWork('pavel');

  it('are listed with what each amounts to, and what has to be accepted', async () => {
    const { shell } = work();
    const { code, out } = await shell.latchkey(['policies', 'list']);
    expect(code).toBe(0);
    expect(out).toContain('citrix-compatible: Security answers alone');
    expect(out).toContain('Needs "acceptedRisks" with "answers-alone" and a reason.');
    expect(out).toContain('  A code by e-mail and the security answers. (2 points by its weakest way)');
    const json = await shell.latchkey(['policies', 'list', '--json']);
    expect(JSON.parse(json.out)).toMatchObject([
      { id: 'citrix-compatible' },
      { id: 'balanced' },
      { id: 'strict' },
    ]);
  });

  it('that a file changes are told with what they amount to', async () => {
    const { shell } = work();
    await shell.latchkey(['config', 'pull', 'a.json']);
    const document = JSON.parse(shell.read('a.json')) as ConfigurationDocument;
    const [first] = document.userConfigurations;
    const unlock = { offered: true, required: ['email-code' as const], optional: [], minimumOptional: 0 };
    const changed = { ...first, actions: { ...first?.actions, unlock } };
    shell.write('a.json', JSON.stringify({ ...document, userConfigurations: [changed] }));
    const { out } = await shell.latchkey(['config', 'plan', 'a.json', '--no-impact']);
    expect(out).toContain(
      'To unlock in "Everyone":\n  A code by e-mail. (1 point by its weakest way)\n  NIST SP 800-63B-4',
    );
    expect(out).toContain('Warning: In "Everyone", a code by e-mail alone is enough to unlock');
  });
});
