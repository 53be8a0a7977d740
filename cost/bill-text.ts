import { ASSUMPTIONS, type AssumptionName, type Assumptions } from './assumptions.ts';
import type { MonthlyBill } from './monthly-bill.ts';
import type { MonthlyLine } from './monthly-line.ts';

/** A bill as a person reads it. */
export function billText(bill: MonthlyBill, settings: string, assumptions: Assumptions): string {
  return [
    `Latchkey, config/${settings}.ts, ${bill.people.toLocaleString('en')} people: about $${dollars(bill.usd)} a month.`,
    `US dollars, ${bill.region}; list prices as known in ${bill.pricesAsOf}, not fetched here: no free tier, no VAT, no discount.`,
    '',
    `Fixed, $${dollars(bill.fixedUsd)}:`,
    ...bill.fixed.map(line),
    '',
    `By use, $${dollars(bill.usedUsd)}:`,
    ...bill.used.map(line),
    ...(bill.unpriced.length > 0
      ? ['', `Not in the price list, and not in the sum: ${bill.unpriced.join(', ')}.`]
      : []),
    '',
    'Assumed (--assume name=value):',
    ...(Object.entries(assumptions) as [AssumptionName, number][]).map(
      ([name, value]) => `  ${name}=${value}`.padEnd(32) + ASSUMPTIONS[name].what,
    ),
  ].join('\n');
}

const line = ({ what, usd }: MonthlyLine): string => `  ${usd.toFixed(2).padStart(8)}  ${what}`;

/** Whole dollars; cents tell more than a forecast knows. */
export const dollars = (usd: number): string => Math.round(usd).toLocaleString('en');
