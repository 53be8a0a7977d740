import { guidText } from '../guid.ts';
import { sidText } from '../sid.ts';
import { type AccessEntry, specificMask } from './access-entry.ts';

/** What a security descriptor says of who may do what; owner, group and the list of audits are left out. */
export interface SecurityDescriptor {
  /** Nothing is inherited from above: inheritance was switched off. */
  readonly sealed: boolean;
  /** In their order, which decides; entries of kinds that a directory has no use for (callbacks) are left out. */
  readonly entries: readonly AccessEntry[];
  /** There is no list at all: everybody may do everything (MS-DTYP 2.4.5). */
  readonly open: boolean;
}

const DACL_PRESENT = 0x4;
const DACL_PROTECTED = 0x1000;
const HEADER = 20;
const ACL_HEADER = 8;
/** ACCESS_ALLOWED, ACCESS_DENIED and their object forms (MS-DTYP 2.4.4.2 - 2.4.4.5). */
const KINDS: Readonly<Record<number, { readonly allow: boolean; readonly ofObject: boolean }>> = {
  0x00: { allow: true, ofObject: false },
  0x01: { allow: false, ofObject: false },
  0x05: { allow: true, ofObject: true },
  0x06: { allow: false, ofObject: true },
};
const HAS_OBJECT = 0x1;
const HAS_INHERITED_BY = 0x2;

/**
 * Reads a self-relative security descriptor (MS-DTYP 2.4.6). Never throws: of bytes cut short or bent it reads as much as is
 * whole, and what is none at all has no entries and is not open.
 */
export function securityDescriptorOf(bytes: Buffer): SecurityDescriptor {
  if (bytes.length < HEADER) return { sealed: false, entries: [], open: false };
  const control = bytes.readUInt16LE(2);
  const at = bytes.readUInt32LE(16);
  const open = bytes.readUInt8(0) === 1 && ((control & DACL_PRESENT) === 0 || at === 0);
  return {
    sealed: (control & DACL_PROTECTED) !== 0,
    entries: open ? [] : entriesOf(bytes, at),
    open,
  };
}

function entriesOf(bytes: Buffer, acl: number): readonly AccessEntry[] {
  if (acl < HEADER || bytes.length < acl + ACL_HEADER) return [];
  const entries: AccessEntry[] = [];
  let at = acl + ACL_HEADER;
  for (let left = bytes.readUInt16LE(acl + 4); left > 0 && at + 4 <= bytes.length; left -= 1) {
    const size = bytes.readUInt16LE(at + 2);
    if (size < 8 || at + size > bytes.length) break;
    const entry = entryOf(bytes.subarray(at, at + size));
    if (entry) entries.push(entry);
    at += size;
  }
  return entries;
}

function entryOf(ace: Buffer): AccessEntry | undefined {
  const kind = KINDS[ace.readUInt8(0)];
  if (!kind) return undefined;
  const guids = kind.ofObject ? guidsOf(ace) : { length: 0 };
  const sid = guids && sidText(ace, (kind.ofObject ? 12 : 8) + guids.length);
  if (!guids || sid === undefined) return undefined;
  const { object, inheritedBy } = guids;
  return {
    allow: kind.allow,
    mask: specificMask(ace.readUInt32LE(4)),
    flags: ace.readUInt8(1),
    ...(object !== undefined && { object }),
    ...(inheritedBy !== undefined && { inheritedBy }),
    sid,
  };
}

interface Guids {
  readonly object?: string | undefined;
  readonly inheritedBy?: string | undefined;
  /** How many bytes they take. */
  readonly length: number;
}

/** The object type and the inherited object type of an object entry; undefined when it is too short for them. */
function guidsOf(ace: Buffer): Guids | undefined {
  if (ace.length < 12) return undefined;
  const present = ace.readUInt32LE(8);
  const objectBytes = (present & HAS_OBJECT) === 0 ? 0 : 16;
  const inheritedBytes = (present & HAS_INHERITED_BY) === 0 ? 0 : 16;
  const object = guidText(ace.subarray(12, 12 + objectBytes));
  const inheritedBy = guidText(ace.subarray(12 + objectBytes, 12 + objectBytes + inheritedBytes));
  if ((objectBytes > 0 && !object) || (inheritedBytes > 0 && !inheritedBy)) return undefined;
  return { object, inheritedBy, length: objectBytes + inheritedBytes };
}
