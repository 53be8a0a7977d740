import type { Configuration } from '../policy/configuration.ts';
import type { SearchForm } from '../policy/search-form.ts';
import type { ClaimForms } from './claim-forms.ts';
import { readName, type Claim } from './claim.ts';

const NO_NAME: ClaimForms = { bareName: false, domainName: false, principalName: false, mail: false };

/**
 * What people may type as a name: with a search form that stands alone, nothing. What is off names nobody, for the same work
 * (claim-forms.ts).
 */
export const nameForms = ({ claims, document }: Pick<Configuration, 'claims' | 'document'>): ClaimForms =>
  document.searchForm?.besidesName === false ? NO_NAME : claims;

/**
 * Reads what was typed into a search form: each field's attribute with its value, all of them, and none besides. Values are read as
 * names are: NFKC, no space around, lower case, since Active Directory compares so. Undefined for what can name nobody.
 */
export function readSearchForm(
  form: Pick<SearchForm, 'fields'> | undefined,
  typed: Readonly<Record<string, string>>,
): Claim | undefined {
  if (!form || form.fields.length === 0) return undefined;
  const asked = new Set(form.fields.map(({ attribute }) => attribute));
  if (Object.keys(typed).some((attribute) => !asked.has(attribute))) return undefined;
  const values = new Map<string, string>();
  for (const attribute of asked) {
    const value = Object.hasOwn(typed, attribute) ? readName(typed[attribute] ?? '') : undefined;
    if (value === undefined) return undefined;
    values.set(attribute, value);
  }
  return { kind: 'attributes', values: Object.fromEntries(values) };
}
