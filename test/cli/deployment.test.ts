import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { deploymentOf } from '../../cli/deployment.ts';
import { latchkeyProgram } from '../../cli/program.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-outputs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const writes = (env: string, stacks: unknown) =>
  writeFileSync(path.join(folder, `outputs.${env}.json`), JSON.stringify(stacks));
const found = (env: string, more: NodeJS.ProcessEnv = {}) => deploymentOf({ env }, more, folder);

describe('the deployment that --env names', () => {
  it('is where its console is: the admin API has an address of its own', async () => {
    writes('production', {
      'Latchkey-Production-State': { DataProxySecretCORP: 'arn:aws:secretsmanager:…' },
      'Latchkey-Production-Portal': { PortalUrl: 'https://abc.execute-api.eu-west-1.amazonaws.com/prod/' },
      'Latchkey-Production-Administration': {
        ConsoleUrl: 'https://def.execute-api.eu-west-1.amazonaws.com/prod/console',
      },
    });
    expect(await found('production', { LATCHKEY_URL: 'https://elsewhere.example' })).toBe(
      'https://def.execute-api.eu-west-1.amazonaws.com/prod',
    );
  });

  it('is where the portal is, where nothing says more', async () => {
    writes('old', { Service: { PortalUrl: 'https://reset.example.com/' } });
    expect(await found('old')).toBe('https://reset.example.com');
  });

  it('must have been deployed from this folder; who asks for another one is told which there are', async () => {
    writes('pilot', {});
    await expect(found('nowhere')).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(
        /^There is no outputs\.nowhere\.json in this folder.+There is one of: .*pilot.+npm run deploy -- nowhere writes it/,
      ),
    });
  });

  it('must have been deployed whole', async () => {
    writes('half', { 'Latchkey-Half-State': {} });
    await expect(found('half')).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('neither a ConsoleUrl nor a PortalUrl'),
    });
  });

  it('may stand before or behind the verb', () => {
    for (const words of [
      ['--env', 'pilot', 'doctor'],
      ['doctor', '--env', 'pilot'],
    ]) {
      const program = latchkeyProgram({});
      program.parseOptions(words);
      expect(program.opts()).toMatchObject({ env: 'pilot' });
    }
  });
});

it('the address of the console’s first page is as good as that of the deployment', async () => {
  expect(await deploymentOf({ url: 'https://reset.example.com/prod/console/' }, {})).toBe(
    'https://reset.example.com/prod',
  );
});
