import { elements, expect, integerOf, octets, onlyElement, TAG } from './ber.ts';
import { element, integer } from './ber.ts';
import type { RequestControl } from './request-control.ts';
import type { ResponseControl } from './response.ts';
import type { World } from './world.ts';

/** Object identifiers of the controls (MS-ADTS 3.1.1.3.4.1). */
export const CONTROL = {
  pagedResults: '1.2.840.113556.1.4.319',
  sort: '1.2.840.113556.1.4.473',
  sortResponse: '1.2.840.113556.1.4.474',
  descriptorFlags: '1.2.840.113556.1.4.801',
  domainScope: '1.2.840.113556.1.4.1339',
  policyHintsOld: '1.2.840.113556.1.4.2066',
  policyHints: '1.2.840.113556.1.4.2239',
} as const;

/** What rootDSE lists as supportedControl. */
export function supportedControls({ policyHints, sorting }: Offering): readonly string[] {
  const known = [
    CONTROL.pagedResults,
    CONTROL.descriptorFlags,
    CONTROL.domainScope,
    ...(sorting ? [CONTROL.sort, CONTROL.sortResponse] : []),
  ];
  if (policyHints === 'none') return known;
  return [...known, CONTROL.policyHintsOld, ...(policyHints === '2239' ? [CONTROL.policyHints] : [])];
}

/** Which controls a directory has is the World's to say. */
type Offering = Pick<World, 'policyHints' | 'sorting'>;

/** Whether a request carries a control that must be understood and is not. */
export const hasUnknownCritical = (controls: readonly RequestControl[], offering: Offering): boolean =>
  controls.some(({ oid, critical }) => critical && !supportedControls(offering).includes(oid));

/** Whether a password reset must respect the history: a supported hints control with the value 1. */
export function asksForHistory(controls: readonly RequestControl[], offering: Offering): boolean {
  const known = supportedControls(offering);
  const control = controls.find(
    ({ oid }) => known.includes(oid) && (oid === CONTROL.policyHints || oid === CONTROL.policyHintsOld),
  );
  if (!control?.value) return false;
  return (integerOf(elements(expect(onlyElement(control.value), TAG.sequence))[0]) & 1) !== 0;
}

/** Parts of the security descriptor asked for; all of them without the control. */
export function descriptorParts(controls: readonly RequestControl[]): number {
  const value = controls.find(({ oid }) => oid === CONTROL.descriptorFlags)?.value;
  return value ? integerOf(elements(expect(onlyElement(value), TAG.sequence))[0]) & 0xf : 0xf;
}

/** One page asked for: its size, and where the last one ended (empty = from the start), RFC 2696. */
export interface PageRequest {
  readonly size: number;
  readonly cookie: string;
}

export function pageRequest(controls: readonly RequestControl[]): PageRequest | undefined {
  const value = controls.find(({ oid }) => oid === CONTROL.pagedResults)?.value;
  if (!value) return undefined;
  const [size, cookie] = elements(expect(onlyElement(value), TAG.sequence));
  return { size: integerOf(size), cookie: expect(cookie, TAG.octetString).toString('hex') };
}

export const pageResponse = (cookie: string): ResponseControl => ({
  oid: CONTROL.pagedResults,
  value: element(TAG.sequence, integer(0), octets(Buffer.from(cookie, 'hex'))),
});
