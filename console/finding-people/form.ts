import type { SearchForm } from '../../client/client.ts';
import type { Document } from '../draft.tsx';
import { says } from '../parts/local-text.ts';
import type { Field } from './filter.ts';

/** How people say who they are: by name; by name or, instead, by fields; by fields alone. */
export type Way = 'name' | 'besides' | 'alone';

/** What is typed of a search form; fields and filter stay while the way is by name. */
export interface Typed {
  readonly way: Way;
  readonly fields: readonly Field[];
  readonly filter: string;
}

export const typedOf = (form: SearchForm | undefined): Typed =>
  form
    ? {
        way: form.besidesName === false ? 'alone' : 'besides',
        fields: form.fields ?? [],
        filter: form.filter,
      }
    : { way: 'name', fields: [], filter: '' };

/** What is left of what is typed, once it is kept. */
export const keptOf = (typed: Typed): Typed =>
  typed.way === 'name' ? typedOf(undefined) : { ...typed, filter: typed.filter.trim() };

/** The document in which people are found as is typed. */
export function withSearchForm(document: Document, { way, fields, filter }: Typed): Document {
  const { searchForm: _before, ...rest } = document;
  return way === 'name'
    ? rest
    : { ...rest, searchForm: { besidesName: way === 'besides', fields: [...fields], filter } };
}

/** Whether it can be kept at all; what else may be wrong with it is for the service to say. */
export const isFit = ({ way, fields }: Typed, defaultLanguage: string): boolean =>
  way === 'name' || fields.every(({ attribute, label }) => attribute !== '' && says(label, defaultLanguage));
