import type { AccessList, Ace } from './access-list.ts';
import { encodeGuid } from './guid.ts';
import { encodeSid } from './security-identifier.ts';

/** Parts a client may ask for with LDAP_SERVER_SD_FLAGS (MS-ADTS 3.1.1.3.4.1.11). */
export const PART = { owner: 1, group: 2, dacl: 4, sacl: 8 } as const;

const CONTROL = {
  daclPresent: 0x4,
  daclAutoInherited: 0x400,
  daclProtected: 0x1000,
  selfRelative: 0x8000,
} as const;
const HEADER = 20;

/** A self-relative security descriptor (MS-DTYP 2.4.6) with the asked-for parts; there is never a SACL. */
export function encodeSecurityDescriptor(list: AccessList, ownerSid: string, parts: number): Buffer {
  const owner = (parts & PART.owner) === 0 ? Buffer.alloc(0) : encodeSid(ownerSid);
  const group = (parts & PART.group) === 0 ? Buffer.alloc(0) : encodeSid(ownerSid);
  const dacl = (parts & PART.dacl) === 0 ? Buffer.alloc(0) : encodeAcl(list.aces);
  const header = Buffer.alloc(HEADER);
  header.writeUInt8(1, 0);
  const control = CONTROL.daclAutoInherited | (list.sealed ? CONTROL.daclProtected : 0);
  header.writeUInt16LE(CONTROL.selfRelative | (dacl.length > 0 ? CONTROL.daclPresent | control : 0), 2);
  header.writeUInt32LE(owner.length > 0 ? HEADER : 0, 4);
  header.writeUInt32LE(group.length > 0 ? HEADER + owner.length : 0, 8);
  header.writeUInt32LE(dacl.length > 0 ? HEADER + owner.length + group.length : 0, 16);
  return Buffer.concat([header, owner, group, dacl]);
}

function encodeAcl(aces: readonly Ace[]): Buffer {
  const encoded = aces.map((ace) => encodeAce(ace));
  const header = Buffer.alloc(8);
  // Revision 4: object entries occur in it.
  header.writeUInt8(4, 0);
  header.writeUInt16LE(
    encoded.reduce((sum, ace) => sum + ace.length, header.length),
    2,
  );
  header.writeUInt16LE(encoded.length, 4);
  return Buffer.concat([header, ...encoded]);
}

/** ACCESS_ALLOWED/DENIED_ACE, or their object forms (MS-DTYP 2.4.4.2 - 2.4.4.5). */
function encodeAce({ allow, flags, mask, object, inheritedBy, sid }: Ace): Buffer {
  const guids = [object, inheritedBy].flatMap((guid) => (guid === undefined ? [] : [encodeGuid(guid)]));
  const present = (object === undefined ? 0 : 1) | (inheritedBy === undefined ? 0 : 2);
  const head = Buffer.alloc(present === 0 ? 8 : 12);
  const body = Buffer.concat([...guids, encodeSid(sid)]);
  head.writeUInt8((allow ? 0 : 1) + (present === 0 ? 0 : 5), 0);
  head.writeUInt8(flags, 1);
  head.writeUInt16LE(head.length + body.length, 2);
  head.writeUInt32LE(mask, 4);
  if (present !== 0) head.writeUInt32LE(present, 8);
  return Buffer.concat([head, body]);
}
