import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startLocal, type LocalLatchkey, type LocalOptions } from '../../local/start-local.ts';
import { CAST, DOMAIN } from '../../local/people.ts';
import { confide, CONFIDED, type Confided } from './proofs/confided.ts';
import { filesIn, tablesAt } from './proofs/dumped.ts';
import { found } from './proofs/hidden.ts';
import { verifiedByThief, verifiesWith } from './proofs/stolen.ts';

/** What a thief of everything but the keys does not get: here the keepers keep theirs. */
const KEPT_BY_KEEPERS = ['kms-keys.json', 'secrets.json', 'bundles', 'dynamodb'];
const noah = CAST.find(({ username }) => username === 'noah');
const dynamodb = inject('dynamodb');
const place = { endpoint: dynamodb?.endpoint ?? '', accessKeyId: `l${randomBytes(9).toString('hex')}` };

const WAYS: readonly (readonly [string, Partial<LocalOptions>])[] = [
  ['as npm start runs it', {}],
  ...(dynamodb
    ? ([
        [
          'as the built bundles, in their own processes, on DynamoDB',
          { bundles: true, store: { kind: 'dynamodb', running: place } },
        ],
      ] as const)
    : []),
];

describe.each(WAYS)('what was confided to Latchkey, %s,', { timeout: 120_000 }, (_, options) => {
  const lines: string[] = [];
  let folder = '';
  let latchkey: LocalLatchkey;
  let confided: Confided;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'latchkey-leaks-'));
    const take = (line: string) => void lines.push(line);
    latchkey = await startLocal({ port: 0, dataFolder: folder, take, ...options });
    const { lookAlike } = latchkey.directory;
    if (!lookAlike) throw new Error('this run has no look-alike');
    confided = await confide({ ...latchkey, lookAlike }, 'noah', noah?.password ?? '');
  }, 120_000);
  afterAll(async () => {
    await latchkey.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const everything = () => ({ ...confided.secrets, ...confided.handles });

  it('is in no line that was written', () => {
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.join('\n')).toContain('ERROR');
    expect(found(everything(), new Map([['lines', Buffer.from(lines.join('\n'))]]))).toEqual([]);
  });

  it('is in no table and no file, but for the keepers’ own', async () => {
    const files = filesIn(folder, KEPT_BY_KEEPERS);
    expect([...files.keys()]).toContain('directory.json');
    if (options.store) {
      const tables = await tablesAt(place);
      expect(tables.get('flows')?.length).toBeGreaterThan(1000);
      expect(found(everything(), tables)).toEqual([]);
    } else expect([...files.keys()]).toContain('central-store.sqlite');
    expect(found(everything(), files)).toEqual([]);
  });

  it('comes back in no answer, but for the handle once to its owner', () => {
    const bodies = (wanted: (status: number) => boolean) =>
      new Map(
        confided.answers.flatMap(({ status, headers, body }, index) =>
          wanted(status) ? [[`answer ${index}, ${status}`, Buffer.from(JSON.stringify(headers) + body)]] : [],
        ),
      );
    const statuses = confided.answers.map(({ status }) => status);
    expect(statuses).toEqual(expect.arrayContaining([200, 201, 202, 303, 400, 403, 422, 503]));
    expect(
      found(
        confided.secrets,
        bodies(() => true),
      ),
    ).toEqual([]);
    expect(
      found(
        confided.handles,
        bodies((status) => status !== 201),
      ),
    ).toEqual([]);
  });

  it('went where it had to: the code and the notices into the mailbox, the password into the directory', async () => {
    await latchkey.runSender();
    const mail = Buffer.from(JSON.stringify(latchkey.mailbox.messages()));
    const inMail = found(everything(), new Map([['mail', mail]]));
    expect(inMail.toSorted()).toEqual(['mail: address', 'mail: code 1', 'mail: code 2']);
    expect(latchkey.directory.lookAlike?.isPassword('noah', CONFIDED['next password'])).toBe(true);
  });

  it('verifies no answer for who has the tables and the code, but not the key', async () => {
    const { ports } = latchkey;
    const guid = latchkey.directory.lookAlike?.guidOf('noah') ?? '';
    const person = { domain: DOMAIN.netbios, guid };
    const enrollment = await ports.enrollments.find(person);
    const [stored] = enrollment?.answers?.answers ?? [];
    if (!stored) throw new Error('nothing is enrolled');
    const right = CONFIDED['first answer'];
    const dictionary = [right, right.toLowerCase(), CONFIDED['second answer'], 'the beatles', ''];
    expect(await verifiedByThief(person, stored, dictionary)).toBe(0);
    // With the key the same search finds it: it is the key that is missing, not the way.
    const key = keyIn(join(folder, 'kms-keys.json'), 'latchkey-answers');
    expect(await verifiesWith(key, person, stored, right)).toBe(true);
    expect(await verifiesWith(key, person, stored, 'the beatles')).toBe(false);
  });
});

describe('the search itself', () => {
  const secrets = { answer: 'Zanzibar "Quokka" Ensemblé', code: '40718293' };
  const places = (text: string | Buffer) => new Map([['place', Buffer.from(text)]]);
  const utf8 = Buffer.from(`x${secrets.answer}yz`, 'utf8');

  it.each([
    ['as it is', `<${secrets.answer}>`],
    ['in JSON', JSON.stringify({ secrets })],
    ['in JSON of ASCII alone', 'Zanzibar \\"Quokka\\" Ensembl\\u00e9'],
    ['in base64', utf8.toString('base64')],
    ['in base64url', utf8.toString('base64url')],
    ['in hex', utf8.toString('hex')],
    ['in a URL', encodeURIComponent(secrets.answer)],
    ['in a form', new URLSearchParams({ a: secrets.answer }).toString()],
    ['in UTF-16', Buffer.from(`a${secrets.answer}`, 'utf16le')],
    [
      'in UTF-16 in base64, as LDAP modifies are shown',
      Buffer.from(`"${secrets.answer}"`, 'utf16le').toString('base64'),
    ],
    ['turned round', 'élbmesnE "akkouQ" rabiznaZ'],
    ['in capitals', secrets.answer.toUpperCase()],
  ])('finds a secret %s', (_, text) => {
    expect(found({ answer: secrets.answer }, places(text))).toEqual(['place: answer']);
  });

  it('finds a code, but not within a longer number', () => {
    expect(found(secrets, places('{"code":40718293}'))).toEqual(['place: code']);
    expect(found(secrets, places('{"at":1407182930001}'))).toEqual([]);
  });
});

function keyIn(file: string, name: string): Buffer {
  const keys = JSON.parse(readFileSync(file, 'utf8')) as readonly { name: string; material: string }[];
  return Buffer.from(keys.find((key) => key.name === name)?.material ?? '', 'base64');
}
