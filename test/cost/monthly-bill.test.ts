import { describe, expect, it, test } from 'vitest';
import { askedCost } from '../../cost/asked-cost.ts';
import { assumed } from '../../cost/assumptions.ts';
import { billText } from '../../cost/bill-text.ts';
import type { CostedTemplate } from '../../cost/fixed-part.ts';
import { monthlyBill } from '../../cost/monthly-bill.ts';
import { PRICES } from '../../cost/prices.ts';
import { timesAMonth } from '../../cost/standing-functions.ts';
import { usdOfCalls } from '../../cost/usd-of-calls.ts';
import type { Use } from '../../cost/used-part.ts';

const templateOf = (resources: Record<string, [string, Record<string, unknown>?]>): CostedTemplate => ({
  Resources: Object.fromEntries(
    Object.entries(resources).map(([id, [Type, Properties = {}]]) => [id, { Type, Properties }]),
  ),
});
const functionNamed = (name: string, MemorySize: number) =>
  ({
    [`${name}Role`]: ['AWS::IAM::Role', { Path: `/latchkey/example/${name}/` }],
    [`${name}Function`]: [
      'AWS::Lambda::Function',
      { MemorySize, Role: { 'Fn::GetAtt': [`${name}Role`, 'Arn'] } },
    ],
  }) satisfies Record<string, [string, Record<string, unknown>]>;
const use = (changes: Partial<Use> = {}): Use => ({
  people: 5000,
  assumptions: assumed(),
  texts: {},
  ...changes,
});
const billOf = (resources: Parameters<typeof templateOf>[0], changes: Partial<Use> = {}) =>
  monthlyBill([templateOf(resources)], use(changes), 0);
const usedFor = (what: RegExp, { used }: ReturnType<typeof billOf>) =>
  used.filter((line) => what.test(line.what)).reduce((sum, { usd }) => sum + usd, 0);

describe('the fixed part', () => {
  it('is what stands there, each at its price: endpoints by zone, a VPN with two addresses, alarms by metric', () => {
    const { fixed, fixedUsd } = billOf({
      Kms: ['AWS::EC2::VPCEndpoint', { VpcEndpointType: 'Interface', SubnetIds: ['a', 'b'] }],
      DynamoDb: ['AWS::EC2::VPCEndpoint', { VpcEndpointType: 'Gateway', RouteTableIds: ['a'] }],
      Vpn: ['AWS::EC2::VPNConnection'],
      Key: ['AWS::KMS::Key'],
      Other: ['AWS::KMS::Key'],
      Errors: [
        'AWS::CloudWatch::Alarm',
        { Metrics: [{ Expression: 'm0 + m1' }, { MetricStat: {} }, { MetricStat: {} }] },
      ],
      Wall: ['AWS::WAFv2::WebACL', { Rules: [{}, {}, {}] }],
    });
    expect(fixed.map(({ what, usd }) => [what, usd.toFixed(2)])).toEqual([
      ['1 × site-to-site VPN, two addresses', '43.80'],
      ['2 × interface endpoint, by zone', '16.06'],
      ['1 × web ACL with its rules', '8.00'],
      ['2 × key', '2.00'],
      ['2 × metric of an alarm', '0.20'],
    ]);
    expect(fixedUsd).toBeCloseTo(70.06, 2);
  });

  it('names what it has no price for, and leaves that out', () => {
    const { unpriced, usd } = billOf({ New: ['AWS::Quantum::Computer'], Role: ['AWS::IAM::Role'] });
    expect(unpriced).toEqual(['AWS::Quantum::Computer']);
    expect(usd).toBe(billOf({ Role: ['AWS::IAM::Role'] }).usd);
  });
});

describe('the part by use', () => {
  it('grows with the people, and with what they do', () => {
    const resources = functionNamed('verify', 1769);
    const requests = (changes: Partial<Use>) => usedFor(/requests of pages/, billOf(resources, changes));
    expect(requests({ people: 10_000 })).toBeCloseTo(2 * requests({}), 6);
    expect(requests({ assumptions: assumed({ recoveries: 0.2 }) })).toBeGreaterThan(requests({}));
  });

  it('prices runs by the memory that the template gives the function', () => {
    const functions = (memory: number) => usedFor(/their functions/, billOf(functionNamed('verify', memory)));
    const [small, large] = [functions(1024), functions(2048)];
    expect(large / small).toBeGreaterThan(1.7);
  });

  it('has what the clock wakes: once a minute, through its alias too', () => {
    const woken = (ref: string) =>
      billOf({
        ...functionNamed('sweeper', 512),
        Live: ['AWS::Lambda::Alias', { FunctionName: { Ref: 'sweeperFunction' } }],
        Rule: [
          'AWS::Events::Rule',
          { ScheduleExpression: 'rate(1 minute)', Targets: [{ Arn: { Ref: ref }, Id: 'Target0' }] },
        ],
      }).used.map(({ what }) => what);
    expect(woken('Live')).toContain('43,800 wake-ups of functions in the background');
    expect(woken('sweeperFunction')).toEqual(woken('Live'));
  });

  it('has functions that are kept warm', () => {
    const bill = billOf({
      ...functionNamed('reset', 1024),
      Live: [
        'AWS::Lambda::Alias',
        {
          FunctionName: { 'Fn::GetAtt': ['resetFunction', 'Arn'] },
          ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 2 },
        },
      ],
    });
    expect(usedFor(/kept warm/, bill)).toBeCloseTo(2 * 730 * 3600 * PRICES.provisionedGbSecond.usd, 6);
  });

  it('has texts by country, at the price that is given, and asks for one that nobody knows', () => {
    const bill = (changes: Partial<Use>) => billOf({}, changes);
    const two = { texts: { GB: 0.5, NL: 1 }, textPrices: { NL: 0.1 } };
    expect(usedFor(/texts to NL/, bill(two))).toBeCloseTo(500 * 0.1, 6);
    expect(usedFor(/texts to GB/, bill(two))).toBeCloseTo(250 * 0.05, 6);
    expect(() => bill({ texts: { NL: 1 } })).toThrow('Give one: --text-price NL=0.08');
  });
});

test('a call within a transaction is paid for twice; a read is a fifth of a write', () => {
  const usd = (operation: string) => usdOfCalls({ [operation]: 1_000_000 });
  expect(usd('DynamoDB.TransactWriteItems')).toBeCloseTo(2 * usd('DynamoDB.PutItem'), 9);
  expect(usd('DynamoDB.PutItem') / usd('DynamoDB.GetItem')).toBeCloseTo(5, 1);
  expect([usd('KMS.GenerateMac'), usd('SES.SendEmail')]).toEqual([3, 100]);
});

test.each([
  ['rate(1 minute)', 43_800],
  ['rate(1 hour)', 730],
  ['rate(5 minutes)', 8_760],
  ['cron(30 1 * * ? *)', 730 / 24],
  ['cron(0/15 2-5 * * ? *)', (730 / 24) * 16],
  ['cron(7 * * * ? *)', 730],
])('%s is %d times a month', (schedule, times) => {
  expect(timesAMonth(schedule)).toBeCloseTo(times, 6);
});

test('a schedule that nobody can read is no schedule of never', () => {
  expect(() => timesAMonth('at(2030-01-01T00:00:00)')).toThrow('no such schedule is known');
});

describe('the command line', () => {
  it('asks for 5,000 people of the example where nothing is said', () => {
    expect(askedCost([])).toEqual({
      config: 'example',
      json: false,
      use: { people: 5000, assumptions: assumed(), texts: {}, textPrices: {} },
    });
  });

  it('takes people, texts and assumptions', () => {
    const words =
      '--people 12 --config mine --text GB=0.5 --text FR=0.1 --text-price FR=0.2 --assume recoveries=0.3';
    expect(askedCost(words.split(' ')).use).toEqual({
      people: 12,
      assumptions: assumed({ recoveries: 0.3 }),
      texts: { GB: 0.5, FR: 0.1 },
      textPrices: { FR: 0.2 },
    });
  });

  it.each([
    ['--people many', '--people takes a whole number from 1.'],
    ['--people 0', '--people takes a whole number from 1.'],
    ['--text GB', '--text takes name=number, not "GB".'],
    ['--assume luck=1', 'There is no assumption "luck". There are: recoveries, unlocks'],
    ['--dance', "Unknown option '--dance'"],
  ])('does not take %s', (words, why) => {
    expect(() => askedCost(words.split(' '))).toThrow(why);
    expect(() => askedCost(words.split(' '))).toThrow('npm run cost -- [--people 5000]');
  });
});

test('the bill says of which day and region its prices are, that they were not fetched, and what was assumed', () => {
  const assumptions = assumed({ recoveries: 0.25 });
  const said = billText(
    billOf({ Key: ['AWS::KMS::Key'], X: ['AWS::Quantum::Computer'] }),
    'example',
    assumptions,
  );
  expect(said).toMatch(
    /^Latchkey, config\/example\.ts, 5,000 people: about \$\d+ a month\.\nUS dollars, eu-west-1; list prices as known in 2026-11, not fetched here/,
  );
  expect(said).toContain('    1.00  1 × key');
  expect(said).toContain('Not in the price list, and not in the sum: AWS::Quantum::Computer.');
  expect(said).toMatch(/recoveries=0\.25 +recoveries a person and month/);
});

test('every price names the page of AWS that has it', () => {
  for (const { usd, unit, source } of Object.values(PRICES)) {
    expect(usd).toBeGreaterThan(0);
    expect(unit).not.toBe('');
    expect(source).toMatch(/^https:\/\/aws\.amazon\.com\/[\w/-]+\/pricing\/$/);
  }
});
