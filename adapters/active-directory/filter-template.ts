import {
  AndFilter,
  ApproximateFilter,
  EqualityFilter,
  ExtensibleFilter,
  type Filter,
  GreaterThanEqualsFilter,
  LessThanEqualsFilter,
  NotFilter,
  OrFilter,
  SubstringFilter,
} from 'ldapts';
import { filterOf } from './ldap-filter.ts';

/**
 * The filter that a template (`(&(mail=%mail%)(employeeID=%employeeID%))`) makes of values by attribute. The template alone is
 * parsed; a value is put where its name stands in the finished tree, so that it stays a value whatever is in it, which is what
 * escaping (RFC 4515 §3) is for. Throws Failure `directory-misbehaved` for a template that is no filter.
 */
export const filledTemplate = (template: string, values: Readonly<Record<string, string>>): Filter =>
  filled(filterOf(template), (text) =>
    text.replaceAll(/%([A-Za-z][A-Za-z0-9-]*)%/g, (placeholder, name: string) =>
      Object.hasOwn(values, name) ? (values[name] ?? placeholder) : placeholder,
    ),
  );

type Fill = (text: string) => string;

function filled(filter: Filter, fill: Fill): Filter {
  const each = (parts: readonly Filter[]): Filter[] => parts.map((part) => filled(part, fill));
  if (filter instanceof AndFilter) return new AndFilter({ filters: each(filter.filters) });
  if (filter instanceof OrFilter) return new OrFilter({ filters: each(filter.filters) });
  if (filter instanceof NotFilter) return new NotFilter({ filter: filled(filter.filter, fill) });
  return filledItem(filter, fill);
}

/** One comparison; whatever has no value of its own, as a presence, stays as it is. */
function filledItem(filter: Filter, fill: Fill): Filter {
  if (filter instanceof EqualityFilter)
    return typeof filter.value === 'string'
      ? new EqualityFilter({ attribute: filter.attribute, value: fill(filter.value) })
      : filter;
  if (filter instanceof SubstringFilter) {
    const { attribute, initial, any, final } = filter;
    return new SubstringFilter({ attribute, initial: fill(initial), any: any.map(fill), final: fill(final) });
  }
  if (filter instanceof GreaterThanEqualsFilter)
    return new GreaterThanEqualsFilter({ attribute: filter.attribute, value: fill(filter.value) });
  if (filter instanceof LessThanEqualsFilter)
    return new LessThanEqualsFilter({ attribute: filter.attribute, value: fill(filter.value) });
  if (filter instanceof ApproximateFilter)
    return new ApproximateFilter({ attribute: filter.attribute, value: fill(filter.value) });
  if (filter instanceof ExtensibleFilter) {
    const { rule, matchType, dnAttributes, value } = filter;
    return new ExtensibleFilter({ rule, matchType, dnAttributes, value: fill(value) });
  }
  return filter;
}
