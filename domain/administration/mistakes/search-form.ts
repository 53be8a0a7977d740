import { holdsSecret } from '../../policy/attribute-name.ts';
import type { ConfigurationDocument } from '../../policy/configuration-document.ts';
import type { SearchForm } from '../../policy/search-form.ts';
import type { Mistake } from '../mistake.ts';
import { labelledAttributeMistakes } from './attributes.ts';
import type { Known } from './known.ts';
import { pointer } from './pointer.ts';
import { withStop } from './texts.ts';

const PLACEHOLDER = /%([A-Za-z][A-Za-z0-9-]*)%/g;
const FILTER = pointer('searchForm', 'filter');

/** The mistakes in what people may type instead of their name, and in how they are found by it. */
export function searchFormMistakes(
  { searchForm, languages }: Pick<ConfigurationDocument, 'searchForm' | 'languages'>,
  { filterTrouble }: Pick<Known, 'filterTrouble'>,
): readonly Mistake[] {
  if (!searchForm) return [];
  const fields = pointer('searchForm', 'fields');
  return [
    ...(searchForm.fields.length === 0 ? [noField(fields, searchForm)] : []),
    ...labelledAttributeMistakes(searchForm.fields, fields, 'of the search form', languages.default),
    ...filterMistakes(searchForm.filter, filterTrouble),
    ...unmatched(searchForm),
  ];
}

const noField = (path: string, { besidesName }: SearchForm): Mistake => ({
  path,
  code: 'asks-for-nothing',
  message: besidesName
    ? 'The search form has no field.'
    : 'The search form has no field, and a name may not be typed either: nobody could say who they are.',
  remedy: 'Add a field, or leave the search form out: a name is asked for then.',
});

function filterMistakes(filter: string, filterTrouble: Known['filterTrouble']): readonly Mistake[] {
  const unreadable = (why: string): Mistake => ({
    path: FILTER,
    code: 'filter-unreadable',
    message: `The filter of the search form can't be read: ${withStop(why)}`,
    remedy: 'Write an LDAP filter (RFC 4515) with the fields between percent signs, such as (mail=%mail%).',
  });
  const trouble = filterTrouble(filter);
  if (trouble !== undefined) return [unreadable(trouble)];
  // What is typed may only be a value: as the name of an attribute it would ask for whatever somebody likes.
  const misplaced = [...filter.matchAll(/[(&|!][^()=]*%([A-Za-z][A-Za-z0-9-]*)%[^()=]*=/g)].map(
    ([, name]) => name,
  );
  const secret = [...filter.matchAll(/\(\s*([A-Za-z][A-Za-z0-9-]*)/g)]
    .map(([, name = '']) => name)
    .filter(holdsSecret);
  return [
    ...misplaced.map((name) =>
      unreadable(`"%${name ?? ''}%" stands where an attribute is named, not a value`),
    ),
    ...secret.map((name): Mistake => ({
      path: FILTER,
      code: 'unfit-attribute',
      message: `The filter of the search form asks for "${name}", which holds secrets of the directory.`,
      remedy: 'Ask for another attribute.',
    })),
  ];
}

function unmatched({ fields, filter }: SearchForm): readonly Mistake[] {
  const placeholders = new Set([...filter.matchAll(PLACEHOLDER)].map(([, name = '']) => name));
  const names = new Set(fields.map(({ attribute }) => attribute));
  const without = [...placeholders].filter((name) => !names.has(name));
  return [
    ...without.map((name): Mistake => ({
      path: FILTER,
      code: 'unknown-placeholder',
      message: `The filter of the search form has "%${name}%", and there is no field for "${name}".`,
      remedy: `Add a field for "${name}" (written the same), or take it out of the filter.`,
    })),
    ...fields.flatMap(({ attribute }, index): readonly Mistake[] =>
      placeholders.has(attribute)
        ? []
        : [
            {
              path: pointer('searchForm', 'fields', index),
              code: 'unused-field',
              message: `The search form has a field for "${attribute}", which its filter never asks for.`,
              remedy: `Put "%${attribute}%" into the filter, or remove the field.`,
            },
          ],
    ),
  ];
}
