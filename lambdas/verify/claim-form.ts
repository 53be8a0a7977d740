import type { ConfigurationDocument } from '../../domain/policy/configuration-document.ts';
import type { SearchForm } from '../../domain/policy/search-form.ts';
import { readClaim, type Claim } from '../../domain/recovery/claim.ts';
import { readSearchForm } from '../../domain/recovery/search-claim.ts';
import { spokenText } from '../../domain/questionnaire/question.ts';
import type { Problem } from '../../portal/frame.ts';
import type { ClaimField, ClaimView } from '../../portal/recover/claim-page.tsx';
import { BadRequest } from '../http/bad-request.ts';

type Typed = Readonly<Record<string, string>>;

/** What was typed at R1: whom it claims, or what is wrong with it; never who that is. */
export type ClaimTyped =
  { readonly claim: Claim; readonly problem?: never } | { readonly claim?: never; readonly problem: Problem };

/** An attribute's field in the form; no field of another kind begins so. */
const fieldOf = (attribute: string): string => `detail-${attribute}`;

const problem = (code: Problem['code'], field?: string): ClaimTyped => ({
  problem: { code, ...(field !== undefined && { field }) },
});

/** Reads the form: a name, or every field of the search form, and never some of both. Throws BadRequest for a field that is none. */
export function readClaimForm(form: SearchForm | undefined, body: Typed): ClaimTyped {
  const fields = (form?.fields ?? []).map(({ attribute }) => ({ attribute, name: fieldOf(attribute) }));
  const named = form?.besidesName !== false;
  const known = new Set(['token', ...(named ? ['username'] : []), ...fields.map(({ name }) => name)]);
  const unknown = Object.keys(body).find((name) => !known.has(name));
  if (unknown !== undefined) throw new BadRequest('field-unknown', unknown);
  const { username = '' } = body;
  const empty = fields.filter(({ name }) => (body[name] ?? '').trim() === '');
  if (named && empty.length === fields.length) return readUsername(username, fields.length > 0);
  if (username.trim() !== '') return problem('name-and-details', 'username');
  if (empty[0]) return problem('details-missing', empty[0].name);
  const values = Object.fromEntries(fields.map(({ attribute, name }) => [attribute, body[name] ?? '']));
  const claim = readSearchForm(form, values);
  return claim ? { claim } : problem('unreadable');
}

function readUsername(username: string, besideDetails: boolean): ClaimTyped {
  if (username.trim() === '')
    return problem(besideDetails ? 'name-or-details' : 'username-missing', 'username');
  const claim = readClaim(username);
  return claim ? { claim } : problem('unreadable', 'username');
}

/** What R1 asks for, in the page's language, with what was typed before. */
export function claimView(
  { searchForm: form, languages }: Pick<ConfigurationDocument, 'searchForm' | 'languages'>,
  language: string,
  body: Typed = {},
): ClaimView {
  return {
    named: form?.besidesName !== false,
    username: body['username'],
    fields: (form?.fields ?? []).map(({ attribute, label }): ClaimField => ({
      name: fieldOf(attribute),
      attribute,
      label: spokenText(label, language, languages.default) ?? { text: attribute, language },
      value: body[fieldOf(attribute)],
    })),
  };
}
