import { PRICES } from '../cost/prices.ts';
import { type Calls, usdOfCalls } from '../cost/usd-of-calls.ts';

/** Four API calls and two runs of the sender; seconds as a guess, memory in gigabytes as it is set in lib. */
const API = { runs: 4, seconds: 0.3, gigabytes: 1.769 };
const SENDER = { runs: 2, seconds: 0.3, gigabytes: 0.5 };

/** What a thousand recoveries over JSON cost, where one takes these calls, by the one price list; the fixed part is not among them. */
export function usdPer1000(calls: Calls): number {
  const functions = [API, SENDER].reduce(
    (usd, { runs, seconds, gigabytes }) =>
      usd + runs * (PRICES.functionRun.usd + seconds * gigabytes * PRICES.functionGbSecond.usd),
    0,
  );
  return 1000 * (usdOfCalls(calls) + functions + API.runs * PRICES.apiRequest.usd);
}
