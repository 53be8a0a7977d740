import { statSync } from 'node:fs';
import { describe, expect, inject, it } from 'vitest';
import { shellFor } from './shell.ts';

describe('the command line as one file', () => {
  const file = inject('commandLine');

  it('needs Node and nothing else: no sources, no packages, no colours', async () => {
    expect(statSync(file).mode & 0o111).toBe(0o111);
    // 0.4 MB of it is ours and what we use; the rest is AWS's client of DynamoDB, for `restore`, read when that is asked for.
    expect(statSync(file).size).toBeLessThan(2_000_000);
    const shell = shellFor('http://localhost:1');
    try {
      const help = await shell.latchkey(['--help'], { environment: { NO_COLOR: '1' } });
      expect(help).toMatchObject({ code: 0, out: expect.stringContaining('Usage: latchkey'), talk: '' });
      const gone = await shell.latchkey(['who-am-i'], { environment: { FORCE_COLOR: '3' } });
      expect(gone).toMatchObject({ code: 1, talk: expect.stringContaining('could not be reached') });
      expect(help.out + gone.talk).not.toContain('\u001B');
    } finally {
      shell.leave();
    }
  });
});
