import { booleanOf, element, elements, expect, integer, onlyElement, TAG, textOf } from './ber.ts';
import { CONTROL } from './controls.ts';
import type { RequestControl } from './request-control.ts';
import type { ResponseControl } from './response.ts';
import { schemaOf } from './schema.ts';

/** By what a search is to be sorted. */
export interface SortKey {
  /** In the schema's spelling. */
  readonly attribute: string;
  readonly reverse: boolean;
}

/** A sort asked for: the key, or with which result (RFC 2891 §1.2) it is not done. */
export type SortRequest =
  | { readonly critical: boolean; readonly key: SortKey }
  | { readonly critical: boolean; readonly refusal: number };

const NO_SUCH_ATTRIBUTE = 16;
const INAPPROPRIATE_MATCHING = 18;
const UNWILLING = 53;
/** AD's ordering rules are its languages (MS-ADTS 3.1.1.3.4.1.13); without one it is English. */
const LANGUAGE = /^1\.2\.840\.113556\.1\.4\.1\d{3}$/;

export function sortRequest(controls: readonly RequestControl[]): SortRequest | undefined {
  const control = controls.find(({ oid }) => oid === CONTROL.sort);
  if (!control?.value) return undefined;
  const { critical } = control;
  const [first, ...more] = elements(expect(onlyElement(control.value), TAG.sequence));
  // AD sorts by one attribute only.
  if (!first || more.length > 0) return { critical, refusal: UNWILLING };
  const [name, ...rest] = elements(expect(first, TAG.sequence));
  const schema = schemaOf(textOf(name));
  if (!schema || schema.constructed) return { critical, refusal: NO_SUCH_ATTRIBUTE };
  const rule = rest.find(({ tag }) => tag === 0x80);
  if (rule && !LANGUAGE.test(textOf(rule, 0x80))) return { critical, refusal: INAPPROPRIATE_MATCHING };
  const reversed = rest.find(({ tag }) => tag === 0x81);
  const reverse = reversed !== undefined && booleanOf({ tag: TAG.boolean, content: reversed.content });
  return { critical, key: { attribute: schema.name, reverse } };
}

/** What became of the sort. */
export const sortResponse = (request: SortRequest): ResponseControl => ({
  oid: CONTROL.sortResponse,
  value: element(TAG.sequence, integer('refusal' in request ? request.refusal : 0, TAG.enumerated)),
});
