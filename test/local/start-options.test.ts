import { describe, expect, it } from 'vitest';
import { readStartOptions } from '../../local/start-options.ts';

const LAB = [
  '--directory',
  'ldaps://dc1.lab.test',
  '--base-dn',
  'DC=lab,DC=test',
  '--netbios',
  'lab',
  '--ca',
  'ca.pem',
];
const ACCOUNTS = {
  LATCHKEY_DATA_PROXY_USERNAME: 'reader@lab.test',
  LATCHKEY_DATA_PROXY_PASSWORD: 'reads',
  LATCHKEY_SELF_SERVICE_USERNAME: 'repairs@lab.test',
  LATCHKEY_SELF_SERVICE_PASSWORD: 'repairs',
};

describe('the command line of npm start', () => {
  it('needs nothing: the demonstration domain, on disk, on port 3000', () => {
    expect(readStartOptions([], {})).toEqual({
      port: 3000,
      dataFolder: '.latchkey/data',
      reset: false,
      directory: { kind: 'embedded' },
      store: { kind: 'sqlite' },
      basePath: '',
      bundles: false,
      verbose: false,
    });
  });

  it('takes a second domain beside either demonstration, in a data folder of its own', () => {
    for (const kind of ['embedded', 'samba'])
      expect(readStartOptions(['--directory', kind, '--second-domain'], {})).toMatchObject({
        directory: { kind, secondDomain: true },
        dataFolder: '.latchkey/two-domains',
      });
    expect(readStartOptions(['--second-domain', '--data', 'mine'], {}).dataFolder).toBe('mine');
  });

  it('refuses the second domain’s people beside a real directory', () => {
    expect(() => readStartOptions([...LAB, '--second-domain'], ACCOUNTS)).toThrow('Leave it out');
  });

  it('takes a domain of one’s own, with its accounts from the environment and a data folder of its own', () => {
    const { directory, dataFolder } = readStartOptions(LAB, ACCOUNTS);
    expect(dataFolder).toBe('.latchkey/lab');
    expect(directory).toMatchObject({
      kind: 'lab',
      urls: ['ldaps://dc1.lab.test'],
      netbiosName: 'LAB',
      bases: ['DC=lab,DC=test'],
      administrators: [],
      dataProxy: { username: 'reader@lab.test', password: 'reads' },
    });
  });

  it('takes the groups that administer a domain of one’s own, with or without its name', () => {
    const { directory } = readStartOptions(
      [...LAB, '--administrators', 'LAB\\Key Keepers', 'Operators'],
      ACCOUNTS,
    );
    expect(directory).toMatchObject({ administrators: ['Key Keepers', 'Operators'] });
  });

  it('names everything that a domain of one’s own still needs', () => {
    expect(() => readStartOptions(LAB.slice(0, 4), { LATCHKEY_DATA_PROXY_USERNAME: 'reader' })).toThrow(
      'A domain of your own needs --netbios, --ca, LATCHKEY_DATA_PROXY_PASSWORD, LATCHKEY_SELF_SERVICE_USERNAME, LATCHKEY_SELF_SERVICE_PASSWORD as well.',
    );
  });

  it('refuses to mix a domain of one’s own with the demonstration’s people', () => {
    expect(() => readStartOptions(['--base-dn', 'DC=lab,DC=test'], ACCOUNTS)).toThrow(
      'with the demonstration domain and its people they mean nothing',
    );
  });

  it('refuses a directory without TLS', () => {
    expect(() => readStartOptions(['--directory', 'ldap://dc1.lab.test'], ACCOUNTS)).toThrow(
      '--directory is',
    );
  });

  it('refuses bundles beside the store on disk', () => {
    expect(() => readStartOptions(['--bundles'], {})).toThrow('--store dynamodb');
  });

  it('takes single limits, and refuses names and numbers that are none', () => {
    expect(readStartOptions(['--limits', '{"startsPerSourceHour":100000}'], {}).policy).toEqual({
      limits: { startsPerSourceHour: 100_000 },
    });
    for (const wrong of ['{"starts":1}', '{"triesPerFlow":0}', 'many'])
      expect(() => readStartOptions(['--limits', wrong], {})).toThrow('there are startsPerSourceHour');
  });

  it('takes one name as base path', () => {
    expect(readStartOptions(['--base-path', '/prod'], {}).basePath).toBe('/prod');
    for (const wrong of ['prod', '/', '/a/b', '/a?b'])
      expect(() => readStartOptions(['--base-path', wrong], {})).toThrow('one name behind a slash');
  });
});
