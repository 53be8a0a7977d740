/** One entry of an access list: what somebody may, or may not, do (MS-DTYP 2.4.4). */
export interface AccessEntry {
  readonly allow: boolean;
  /** ACCESS bits; the generic ones are turned into what they mean in a directory. */
  readonly mask: number;
  /** FLAG bits. */
  readonly flags: number;
  /** The extended right, attribute, property set or class (GUID) it is about; all of them, when left out. */
  readonly object?: string;
  /** The class (GUID) whose objects inherit it; all, when left out. */
  readonly inheritedBy?: string;
  /** Of whom it speaks. */
  readonly sid: string;
}

/** Bits of an access mask in a directory (MS-ADTS 5.1.3.2). */
export const ACCESS = {
  createChild: 0x1,
  deleteChild: 0x2,
  listContents: 0x4,
  validatedWrite: 0x8,
  read: 0x10,
  write: 0x20,
  deleteTree: 0x40,
  listObject: 0x80,
  /** An extended right, such as Reset Password. */
  control: 0x100,
  delete: 0x1_0000,
  readPermissions: 0x2_0000,
  changePermissions: 0x4_0000,
  takeOwnership: 0x8_0000,
  full: 0xf_01ff,
} as const;

/** Bits of an entry's flags (MS-DTYP 2.4.4.1). */
export const FLAG = {
  objectInherit: 0x1,
  containerInherit: 0x2,
  noPropagate: 0x4,
  inheritOnly: 0x8,
  inherited: 0x10,
} as const;

/** What the generic bits mean in a directory (MS-ADTS 5.1.3.2): read, write, execute, all. */
const GENERIC: readonly (readonly [number, number])[] = [
  [0x8000_0000, ACCESS.readPermissions | ACCESS.listContents | ACCESS.read | ACCESS.listObject],
  [0x4000_0000, ACCESS.readPermissions | ACCESS.write | ACCESS.validatedWrite],
  [0x2000_0000, ACCESS.readPermissions | ACCESS.listContents],
  [0x1000_0000, ACCESS.full],
];

/** A mask with its generic bits, if any, turned into what they mean. */
export const specificMask = (mask: number): number =>
  GENERIC.reduce((all, [bit, means]) => ((mask & bit) === 0 ? all : all | means), mask & 0x0fff_ffff);
