import { fixedPart, type CostedTemplate } from './fixed-part.ts';
import { totalOf, type MonthlyLine } from './monthly-line.ts';
import { PRICE_LIST } from './prices.ts';
import { standingFunctions } from './standing-functions.ts';
import { usedPart, type Use } from './used-part.ts';

/** What a deployment is foretold to cost in a month, in US dollars. */
export interface MonthlyBill {
  readonly region: string;
  readonly pricesAsOf: string;
  readonly people: number;
  readonly fixed: readonly MonthlyLine[];
  readonly used: readonly MonthlyLine[];
  readonly fixedUsd: number;
  readonly usedUsd: number;
  readonly usd: number;
  /** Resource types of the templates that the price list does not know. */
  readonly unpriced: readonly string[];
}

/** The bill of these templates, used like this. Throws where texts go to a country without a price. */
export function monthlyBill(templates: readonly CostedTemplate[], use: Use, metrics: number): MonthlyBill {
  const { lines: fixed, unpriced } = fixedPart(templates);
  const all = templates.flatMap(({ Resources }) => Object.values(Resources));
  const used = usedPart(use, {
    functions: standingFunctions(templates),
    metrics,
    webAcl: all.some(({ Type }) => Type === 'AWS::WAFv2::WebACL'),
    traced: all.some(({ Properties }) =>
      JSON.stringify(Properties?.['TracingConfig'] ?? '').includes('Active'),
    ),
  });
  const [fixedUsd, usedUsd] = [totalOf(fixed), totalOf(used)];
  return {
    region: PRICE_LIST.region,
    pricesAsOf: PRICE_LIST.asOf,
    people: use.people,
    fixed,
    used,
    fixedUsd,
    usedUsd,
    usd: fixedUsd + usedUsd,
    unpriced,
  };
}
