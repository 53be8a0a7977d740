import { expect, test } from 'vitest';
import type { SettingsInput } from '../../lib/settings.ts';
import { mistakesOf } from './mistakes-of.ts';

/** Settings that say nearly all that can be said. */
const FULL: SettingsInput = {
  name: 'Test',
  account: '111122223333',
  region: 'eu-west-1',
  organization: { name: 'Example Ltd', helpDeskPhone: '+44 20 7946 0000' },
  administrators: [{ name: 'CORP\\Latchkey Administrators', sid: 'S-1-5-21-1-2-3-1108' }],
  languages: { default: 'en', offered: ['en', 'de'] },
  portal: {
    allowList: ['198.51.100.0/24'],
    door: 'regional',
    customDomain: {
      name: 'reset.example.com',
      certificateArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555',
      hostedZone: { id: 'Z0123456789EXAMPLE', name: 'example.com' },
    },
    stageName: 'prod',
  },
  administration: { allowList: ['198.51.100.8/29'] },
  domains: [
    {
      netbiosName: 'CORP',
      dnsName: 'corp.example.com',
      upnSuffixes: ['example.com'],
      domainControllers: [
        { url: 'ldaps://dc1.corp.example.com', address: '10.20.0.11' },
        { url: 'ldaps://dc2.corp.example.com:6362', address: '10.20.0.12' },
      ],
      mostConnections: 80,
      baseDn: 'DC=corp,DC=example,DC=com',
      caFile: ['config/example-ca.pem'],
      bases: ['OU=People,DC=corp,DC=example,DC=com'],
      protectedGroups: ['S-1-5-21-1-2-3-1101'],
      accounts: {
        dataProxy: { username: 'reader', alternate: 'reader-b' },
        selfService: {
          username: 'setter',
          secret: { arn: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:latchkey/set-AbCdEf' },
        },
        attributeWriter: { username: 'noter', secretName: 'latchkey/noter' },
      },
      rotation: { everyDays: 30 },
    },
  ],
  defaultDomain: 'CORP',
  network: {
    kind: 'new-vpc-vpn',
    cidr: '10.90.0.0/24',
    customerGatewayIp: '203.0.113.10',
    bgpAsn: 65010,
    routing: 'bgp',
    onPremisesCidrs: ['10.20.0.0/16'],
    dynamoDbPrefixListId: 'pl-6fa54006',
    names: { kind: 'private-zones' },
    nat: true,
    loadBalancer: { addresses: ['10.90.0.10', '10.90.0.74'] },
  },
  mail: { from: 'reset@example.com', identity: 'example.com' },
  policy: {
    breachedPasswords: { rangeQuery: true, ifUnreachable: 'allow', addresses: ['192.0.2.0/24'] },
    claims: { mail: true, employeeNumber: 'employeeID' },
  },
  outside: { externalResponses: { url: 'https://check.example.com/ask', secretName: 'latchkey/check' } },
  postActions: {
    webhooks: [{ name: 'desk', url: 'https://desk.example.com/hook', secretName: 'latchkey/desk' }],
    writableAttributes: ['extensionAttribute7'],
  },
  watch: {
    page: ['https://events.example.com/page'],
    ticket: ['desk@example.com'],
    alarmEmail: 'on-call@example.com',
  },
  logRetentionDays: 365,
  concurrency: { verify: 20 },
  architecture: 'arm64',
};

type Place = readonly (string | number)[];

/** Every place in it, those of lists and groups too. */
const placesIn = (value: unknown, place: Place = []): readonly Place[] => [
  ...(place.length > 0 ? [place] : []),
  ...(Array.isArray(value)
    ? value.flatMap((one, index) => placesIn(one, [...place, index]))
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, one]) => placesIn(one, [...place, key]))
      : []),
];

const changed = (value: unknown, [first, ...rest]: Place, change: (old: unknown) => unknown): unknown => {
  if (first === undefined) return change(value);
  if (Array.isArray(value))
    return value.map((one, index) => (index === first ? changed(one, rest, change) : one));
  const entries = Object.entries(value as object).map(([key, one]) => [
    key,
    key === first ? changed(one, rest, change) : one,
  ]);
  return Object.fromEntries(entries);
};

const WRONG: readonly ((old: unknown) => unknown)[] = [
  () => 7.5,
  () => null,
  () => true,
  () => ['?'],
  () => '?',
  () => '',
  () => ({ wrong: 1 }),
  (old) => (typeof old === 'object' && old !== null && !Array.isArray(old) ? { ...old, kolour: 1 } : {}),
];
/** Somebody is told what to do; no word of the checking library. */
const TELLS =
  /\b(give|write|remove|leave|add|choose|lower|check|make|list|cut|put|point|export|shorten|name|take|switch|ask|require|accept|must be)\b/;
const LIBRARY = /invalid input|expected .*received|too (small|big)|unrecognized|undefined|\[object/i;

test('the settings of this test are right', () => {
  expect(mistakesOf(FULL)).toEqual([]);
});

test('whatever is of a wrong kind, wherever it stands, is told with its place and what to write', () => {
  const places = placesIn(FULL);
  expect(places.length).toBeGreaterThan(80);
  const found = places.flatMap((place) =>
    WRONG.flatMap((change, index) =>
      mistakesOf(changed(FULL, place, change)).map(
        (line) => [`${place.join('.')} (${index})`, line] as const,
      ),
    ),
  );
  expect(found.length).toBeGreaterThan(500);
  const untold = found.filter(
    ([, line]) => !/^[a-z][\w.[\]]*: /i.test(line) || !TELLS.test(line) || LIBRARY.test(line),
  );
  expect(untold).toEqual([]);
});
