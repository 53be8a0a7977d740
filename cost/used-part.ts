import type { Assumptions } from './assumptions.ts';
import { COUNTED, type CountedName } from './counted-calls.ts';
import { type MonthlyFlows, monthlyFlows } from './monthly-flows.ts';
import { HOURS, type MonthlyLine } from './monthly-line.ts';
import { PRICES, TEXT_PRICES } from './prices.ts';
import type { StandingFunction } from './standing-functions.ts';
import { usdOfCalls } from './usd-of-calls.ts';

/** How many people, what they do, and what they have sent. */
export interface Use {
  readonly people: number;
  readonly assumptions: Assumptions;
  /** How many texts a recovery sends to each country: `{ GB: 0.5 }`. */
  readonly texts: Readonly<Record<string, number>>;
  readonly textPrices?: Readonly<Record<string, number>>;
}

/** What stands there that use is priced by. */
export interface Place {
  readonly functions: readonly StandingFunction[];
  /** How many metrics the product may send. */
  readonly metrics: number;
  readonly webAcl: boolean;
  readonly traced: boolean;
}

const SENDS = 'outbox-sender';

/** What is paid by use. Throws where texts go to a country without a price. */
export const usedPart = (use: Use, place: Place): readonly MonthlyLine[] =>
  [
    ...ofPeople(use, place),
    ...ofBackground(use.assumptions, place),
    ...ofRecords(use, place),
    ...textLines(use),
  ].filter(({ usd }) => usd > 0);

const sumOver = (flows: MonthlyFlows, of: (name: CountedName) => number): number =>
  (Object.entries(flows) as [CountedName, number][]).reduce(
    (sum, [name, times]) => sum + times * of(name),
    0,
  );
const runsOf = (name: CountedName): number => total(COUNTED.flows[name].runs);
/** What is answered, and not only woken by what was written. */
const requestsOf = (name: CountedName): number => runsOf(name) - (COUNTED.flows[name].runs[SENDS] ?? 0);

function ofPeople(use: Use, place: Place): readonly MonthlyLine[] {
  const { people, assumptions: a } = use;
  const flows = monthlyFlows(use);
  const requests = sumOver(flows, requestsOf);
  const calls = sumOver(flows, (name) => usdOfCalls(COUNTED.flows[name].calls, a.writesOfAWrite));
  return [
    { what: `${whole(requests)} requests of pages, API`, usd: requests * PRICES.apiRequest.usd },
    { what: 'their functions', usd: sumOver(flows, (name) => answeredUsd(name, a, place)) },
    { what: 'their calls: store, keys, mail', usd: calls + people * a.mailsBesides * PRICES.mail.usd },
    { what: 'web ACL, by request', usd: place.webAcl ? requests * PRICES.webAclRequest.usd : 0 },
  ];
}

function ofBackground(a: Assumptions, place: Place): readonly MonthlyLine[] {
  const woken = total(wakeUps(place));
  return [
    { what: `${whole(woken)} wake-ups of functions in the background`, usd: wokenUsd(a, place) },
    ...provisionedLine(place),
    ...canaryLine(place, a),
  ];
}

/** What is written down of all that, and kept. */
function ofRecords(use: Use, place: Place): readonly MonthlyLine[] {
  const a = use.assumptions;
  const flows = monthlyFlows(use);
  const runs = sumOver(flows, runsOf) + total(wakeUps(place));
  const logged = (runs * a.logKilobytesOfARun) / 1024 ** 2 + a.flowLogGigabytes;
  const keptMonths = a.logMonths;
  return [
    { what: 'metrics', usd: place.metrics * a.seriesOfAMetric * PRICES.metric.usd },
    {
      what: 'logs and flow logs',
      usd: logged * (PRICES.logIngested.usd + keptMonths * PRICES.logStored.usd),
    },
    { what: 'tables, kept and restorable', usd: storedUsd(use, total(flows)) },
    { what: 'keys of tables and secrets', usd: a.tableKeyRequestsAnHour * HOURS * PRICES.keyRequest.usd },
    { what: 'traces', usd: place.traced ? runs * PRICES.trace.usd : 0 },
  ];
}

const total = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);
const whole = (count: number): string => Math.round(count).toLocaleString('en');
const gigabytesOf = ({ functions }: Place, name: string): number =>
  functions.find((one) => one.name === name)?.gigabytes ?? 0;
const runUsd = (gigabytes: number, seconds: number): number =>
  PRICES.functionRun.usd + gigabytes * seconds * PRICES.functionGbSecond.usd;

const answeredUsd = (flow: CountedName, a: Assumptions, place: Place): number =>
  Object.entries(COUNTED.flows[flow].runs).reduce(
    (sum, [name, runs]) => sum + runs * runUsd(gigabytesOf(place, name), a.secondsOfARequest),
    0,
  );

const wakeUps = ({ functions }: Place): Readonly<Record<string, number>> =>
  Object.fromEntries(functions.map(({ name, wakeUpsAMonth }) => [name, wakeUpsAMonth]));

const wokenUsd = (a: Assumptions, { functions }: Place): number =>
  functions.reduce((sum, { name, gigabytes, wakeUpsAMonth }) => {
    const calls = COUNTED.idle[name];
    const idle = calls ? usdOfCalls(calls) : a.callsOfAWakeUp * PRICES.dynamoDbRead.usd;
    return sum + wakeUpsAMonth * (runUsd(gigabytes, a.secondsOfAWakeUp) + idle);
  }, 0);

function provisionedLine({ functions }: Place): readonly MonthlyLine[] {
  const kept = functions.reduce((sum, { gigabytes, provisioned }) => sum + gigabytes * provisioned, 0);
  return [{ what: 'functions kept warm', usd: kept * HOURS * 3600 * PRICES.provisionedGbSecond.usd }];
}

/** The canary is somebody who unlocks and resets each time it is woken. */
function canaryLine(place: Place, a: Assumptions): readonly MonthlyLine[] {
  const times = wakeUps(place)['canary'] ?? 0;
  const usd = (name: CountedName) =>
    answeredUsd(name, a, place) +
    usdOfCalls(COUNTED.flows[name].calls, a.writesOfAWrite) +
    total(COUNTED.flows[name].runs) * PRICES.apiRequest.usd;
  return [{ what: `the canary’s ${whole(times)} visits`, usd: times * (usd('unlock') + usd('reset')) }];
}

function storedUsd({ people, assumptions: a }: Use, flows: number): number {
  const kilobytes = people * a.storedKilobytesAPerson + flows * a.trailKilobytesAFlow * a.trailMonths;
  const each = PRICES.dynamoDbStored.usd + PRICES.dynamoDbPointInTime.usd + PRICES.backedUp.usd;
  return (kilobytes / 1024 ** 2) * each;
}

function textLines(use: Use): readonly MonthlyLine[] {
  const { texts, textPrices = {} } = use;
  const { reset, unlock } = monthlyFlows(use);
  const recoveries = reset + unlock;
  return Object.entries(texts).map(([country, each]) => {
    const usd = textPrices[country] ?? TEXT_PRICES[country];
    if (usd === undefined)
      throw new Error(`There is no price of a text to ${country}. Give one: --text-price ${country}=0.08`);
    return { what: `${whole(recoveries * each)} texts to ${country}`, usd: recoveries * each * usd };
  });
}
