import type { MonthlyLine } from './monthly-line.ts';
import { isFree, STANDING } from './resource-prices.ts';

/** As much of a CloudFormation template as a bill is made from. */
export interface CostedTemplate {
  readonly Resources: Readonly<
    Record<string, { readonly Type: string; readonly Properties?: Readonly<Record<string, unknown>> }>
  >;
}

/** What is paid whether anybody comes or not. */
export interface FixedPart {
  readonly lines: readonly MonthlyLine[];
  /** Types of which this price list knows nothing: the bill leaves them out, and says so. */
  readonly unpriced: readonly string[];
}

/** The fixed part of these templates' bill, from the resources in them. */
export function fixedPart(templates: readonly CostedTemplate[]): FixedPart {
  const sums = new Map<string, { count: number; usd: number }>();
  const unpriced = new Set<string>();
  for (const { Type, Properties = {} } of templates.flatMap(({ Resources }) => Object.values(Resources))) {
    const standing = STANDING[Type];
    if (!standing) {
      if (!isFree(Type)) unpriced.add(Type);
      continue;
    }
    const { count, usd } = standing.priced(Properties);
    const sum = sums.get(standing.what) ?? { count: 0, usd: 0 };
    sums.set(standing.what, { count: sum.count + count, usd: sum.usd + count * usd });
  }
  const lines = [...sums]
    .filter(([, { count }]) => count > 0)
    .map(([what, { count, usd }]) => ({ what: `${count} × ${what}`, usd }))
    .toSorted((a, b) => b.usd - a.usd);
  return { lines, unpriced: [...unpriced].toSorted() };
}
