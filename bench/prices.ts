/** Calls by operation, as the counting proxy names them; a transaction counts its items. */
export type Calls = Readonly<Record<string, number>>;

/** US dollars for one call. eu-west-1, list prices without free tier, as of 2026-11; check them before you quote them. */
export const PRICES = {
  region: 'eu-west-1',
  asOf: '2026-11',
  dynamodbRead: 0.1415 / 1_000_000,
  dynamodbWrite: 0.7053 / 1_000_000,
  kmsRequest: 0.03 / 10_000,
  apiRequest: 3.5 / 1_000_000,
  lambdaRequest: 0.2 / 1_000_000,
  lambdaArmGbSecond: 0.0000133334,
  mail: 0.1 / 1_000,
} as const;

/** Four API calls and two runs of the sender; seconds and memory as they are set in lib. */
const FUNCTION_SECONDS = { api: 4 * 0.3 * 1.769, sender: 2 * 0.3 * 0.5 };

/** What a thousand recoveries cost in calls; fixed parts (endpoints, VPN, keys) are not among them. */
export function usdPer1000(calls: Calls, outbox: Calls): number {
  const all = [...Object.entries(calls), ...Object.entries(outbox)];
  const sum = (price: (operation: string) => number) =>
    all.reduce((usd, [operation, count]) => usd + count * price(operation), 0);
  const store = sum((operation) => {
    if (!operation.startsWith('DynamoDB.')) return 0;
    if (operation === 'DynamoDB.GetItem' || operation === 'DynamoDB.Query') return PRICES.dynamodbRead;
    return operation === 'DynamoDB.TransactWriteItems' ? 2 * PRICES.dynamodbWrite : PRICES.dynamodbWrite;
  });
  const keys = sum((operation) => (operation.startsWith('KMS.') ? PRICES.kmsRequest : 0));
  const functions =
    (FUNCTION_SECONDS.api + FUNCTION_SECONDS.sender) * PRICES.lambdaArmGbSecond + 6 * PRICES.lambdaRequest;
  return 1000 * (store + keys + functions + 4 * PRICES.apiRequest + 2 * PRICES.mail);
}
