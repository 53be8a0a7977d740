import { guidText } from './guid.ts';
import { sidText } from './sid.ts';

const CHANGE_PASSWORD = 'ab721a53-1e2f-11d0-9819-00aa0040529b';
/** SELF and Everyone: the two that "User cannot change password" denies. */
const DENIED_TO = new Set(['S-1-5-10', 'S-1-1-0']);
const ACCESS_DENIED = 0x01;
const ACCESS_DENIED_OBJECT = 0x06;
const INHERIT_ONLY = 0x08;
const CONTROL_ACCESS = 0x100;
const HAS_OBJECT_TYPE = 0x1;
const HAS_INHERITED_OBJECT_TYPE = 0x2;

/**
 * Whether a self-relative security descriptor (MS-DTYP 2.4.6) denies Change Password to SELF or Everyone. A missing
 * allow is not a deny. Bytes that are no descriptor deny nothing; it never throws.
 */
export function deniesChangePassword(descriptor: Buffer): boolean {
  return acesOf(descriptor).some((ace) => {
    const sid = deniedSid(ace);
    return sid !== undefined && DENIED_TO.has(sid);
  });
}

/** The ACEs of the DACL, as far as they lie within the bytes. */
function acesOf(descriptor: Buffer): readonly Buffer[] {
  const dacl = descriptor.length < 20 ? 0 : descriptor.readUInt32LE(16);
  if (dacl === 0 || descriptor.length < dacl + 8) return [];
  const aces: Buffer[] = [];
  let at = dacl + 8;
  for (let left = descriptor.readUInt16LE(dacl + 4); left > 0 && at + 4 <= descriptor.length; left -= 1) {
    const size = descriptor.readUInt16LE(at + 2);
    if (size < 8 || at + size > descriptor.length) break;
    aces.push(descriptor.subarray(at, at + size));
    at += size;
  }
  return aces;
}

/** To whom this ACE denies Change Password; undefined when it does something else. */
function deniedSid(ace: Buffer): string | undefined {
  const applies = (ace.readUInt8(1) & INHERIT_ONLY) === 0 && (ace.readUInt32LE(4) & CONTROL_ACCESS) !== 0;
  if (!applies) return undefined;
  const kind = ace.readUInt8(0);
  if (kind === ACCESS_DENIED) return sidText(ace, 8);
  return kind === ACCESS_DENIED_OBJECT && ace.length >= 12 ? deniedByObjectAce(ace) : undefined;
}

function deniedByObjectAce(ace: Buffer): string | undefined {
  const flags = ace.readUInt32LE(8);
  const typed = (flags & HAS_OBJECT_TYPE) !== 0;
  // Without an object type the ACE speaks of every extended right, Change Password included.
  if (typed && guidText(ace.subarray(12, 28)) !== CHANGE_PASSWORD) return undefined;
  return sidText(ace, 12 + (typed ? 16 : 0) + ((flags & HAS_INHERITED_OBJECT_TYPE) === 0 ? 0 : 16));
}
