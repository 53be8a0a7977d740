/** US dollars for one unit, and where AWS says so. */
export interface Price {
  readonly usd: number;
  readonly unit: string;
  readonly source: string;
}

const page = (path: string): string => `https://aws.amazon.com/${path}/pricing/`;
const price = (usd: number, unit: string, source: string): Price => ({ usd, unit, source });
const million = 1_000_000;

/** List prices, without the free tier, VAT or discounts. They were written down from memory and are not fetched: check before you quote. */
export const PRICE_LIST = { region: 'eu-west-1', asOf: '2026-11' } as const;

/** What one of each costs. */
export const PRICES = {
  dynamoDbRead: price(0.1415 / million, 'read', page('dynamodb')),
  dynamoDbWrite: price(0.7053 / million, 'write', page('dynamodb')),
  dynamoDbStored: price(0.283, 'GB and month', page('dynamodb')),
  dynamoDbPointInTime: price(0.2264, 'GB and month', page('dynamodb')),
  backedUp: price(0.1132, 'GB and month', page('backup')),
  keyRequest: price(0.03 / 10_000, 'request', page('kms')),
  key: price(1, 'key and month', page('kms')),
  secret: price(0.4, 'secret and month', page('secrets-manager')),
  apiRequest: price(3.5 / million, 'request', page('api-gateway')),
  functionRun: price(0.2 / million, 'run', page('lambda')),
  functionGbSecond: price(0.0000133334, 'GB-second, arm64', page('lambda')),
  provisionedGbSecond: price(0.0000033334, 'GB-second, arm64', page('lambda')),
  mail: price(0.1 / 1_000, 'message', page('ses')),
  vpnConnectionHour: price(0.05, 'connection and hour', page('vpn')),
  publicAddressHour: price(0.005, 'address and hour', page('vpc')),
  transitAttachmentHour: price(0.05, 'attachment and hour', page('transit-gateway')),
  interfaceEndpointHour: price(0.011, 'zone and hour', page('privatelink')),
  natGatewayHour: price(0.048, 'gateway and hour', page('vpc')),
  loadBalancerHour: price(0.0252, 'load balancer and hour', page('elasticloadbalancing')),
  resolverAddressHour: price(0.125, 'address and hour', page('route53')),
  hostedZone: price(0.5, 'zone and month', page('route53')),
  webAcl: price(5, 'web ACL and month', page('waf')),
  webAclRule: price(1, 'rule and month', page('waf')),
  webAclRequest: price(0.6 / million, 'request', page('waf')),
  dashboard: price(3, 'dashboard and month', page('cloudwatch')),
  alarmMetric: price(0.1, 'metric of an alarm and month', page('cloudwatch')),
  compositeAlarm: price(0.5, 'alarm and month', page('cloudwatch')),
  metric: price(0.3, 'metric and month', page('cloudwatch')),
  logIngested: price(0.57, 'GB', page('cloudwatch')),
  logStored: price(0.03, 'GB and month', page('cloudwatch')),
  trace: price(5 / million, 'trace', page('xray')),
  objectStored: price(0.023, 'GB and month', page('s3')),
  objectPut: price(0.005 / 1_000, 'request', page('s3')),
} as const satisfies Readonly<Record<string, Price>>;
export type PriceName = keyof typeof PRICES;

/**
 * One text message to a mobile number, rounded up; carriers change it monthly, and some countries want a fee for a sender besides.
 * Countries that are not here have to be given a price (`--text-price NL=0.09`). https://aws.amazon.com/sns/sms-pricing/
 */
export const TEXT_PRICES: Readonly<Record<string, number>> = {
  AT: 0.1,
  CH: 0.08,
  DE: 0.11,
  ES: 0.09,
  FR: 0.08,
  GB: 0.05,
  IE: 0.09,
  JP: 0.08,
  US: 0.01,
};
