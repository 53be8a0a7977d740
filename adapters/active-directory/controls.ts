import { type BerWriter, Control, ServerSideSortingRequestControl } from 'ldapts';

const OCTET_STRING = 0x04;

/** A control whose value is `SEQUENCE { INTEGER n }`, for 0 <= n < 128. */
class IntegerControl extends Control {
  readonly #value: number;
  constructor(oid: string, value: number) {
    // ldapts sends controls as not critical unless told; a server then ignores what it does not know.
    super(oid, { critical: true });
    this.#value = value;
  }
  override writeControl(writer: BerWriter): void {
    writer.writeBuffer(Buffer.from([0x30, 3, 2, 1, this.#value]), OCTET_STRING);
  }
}

/** LDAP_SERVER_SD_FLAGS (MS-ADTS 3.1.1.3.4.1.11): only the DACL of nTSecurityDescriptor, all that an ordinary account may read. */
export const daclOnly = (): Control => new IntegerControl('1.2.840.113556.1.4.801', 4);

/** LDAP_SERVER_POLICY_HINTS, new and old (MS-ADTS 3.1.1.3.4.1.27): a reset then obeys the password history. Newest first. */
const POLICY_HINTS = ['1.2.840.113556.1.4.2239', '1.2.840.113556.1.4.2066'];

/** The policy-hints control that a server with these controls knows; none for one that knows neither (Samba). */
export function policyHints(supportedControls: readonly string[]): readonly Control[] {
  const oid = POLICY_HINTS.find((known) => supportedControls.includes(known));
  return oid === undefined ? [] : [new IntegerControl(oid, 1)];
}

/**
 * LDAP_SERVER_SORT (RFC 2891, MS-ADTS 3.1.1.3.4.1.13): the answer comes in the ascending order of one attribute. `wished`
 * lets a server that cannot answer unsorted; else it must refuse. What it did is in the control's `result` afterwards.
 */
export const sortedBy = (attributeType: string, wished?: 'wished'): ServerSideSortingRequestControl =>
  new ServerSideSortingRequestControl({ critical: wished === undefined, value: { attributeType } });
