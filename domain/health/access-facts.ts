/** What one of our accounts may do to people, as security descriptors say. */
export interface AccountAccess {
  /** `CORP\svc-latchkey-reset` */
  readonly account: string;
  readonly resetPassword: boolean;
  /** Write lockoutTime. */
  readonly unlock: boolean;
  /** Write pwdLastSet. */
  readonly mustChange: boolean;
}

/** A served unit, or one below it. */
export interface UnitFacts {
  readonly distinguishedName: string;
  /** The served unit that it is, or lies below. */
  readonly served: string;
  /** Inheritance is switched off there. */
  readonly sealed: boolean;
  /** Of the self-service accounts, to people below it; left out when the descriptor is not shown. */
  readonly access?: readonly AccountAccess[];
}

/** Some person below a served unit. */
export interface SampleFacts {
  readonly served: string;
  /** `CORP\asmith` */
  readonly name: string;
  readonly distinguishedName: string;
  readonly sealed: boolean;
  /** Attributes that are needed and are not shown. */
  readonly missing: readonly string[];
  readonly access: readonly AccountAccess[];
}

/** What an entry of an access list gives to one of our accounts, reading aside. */
export interface Grant {
  readonly account: string;
  /** Distinguished name of the object that has the entry as its own. */
  readonly at: string;
  readonly trustee: Trustee;
  readonly powers: readonly Power[];
  /** The attribute, property set, extended right or class it is about, as administrators name it; all, when left out. */
  readonly about?: string;
  /** Whom it reaches: users below, everything below, objects of one class below, or the object itself alone. */
  readonly reaches: 'users' | 'everything' | 'itself' | { readonly class: string };
  readonly entry: GrantEntry;
}

export type Power =
  | 'full-control'
  | 'write'
  | 'validated-write'
  | 'extended-right'
  | 'create'
  | 'delete'
  | 'change-permissions'
  | 'take-ownership';

/** To whom the entry gives it: the account itself, a group it is in, or everybody who signs in. */
export interface Trustee {
  readonly kind: 'account' | 'group' | 'everybody';
  readonly sid: string;
  /** `CORP\svc`, `CORP\Helpers`; the SID, where it has no name. */
  readonly name: string;
}

/** The entry itself (MS-DTYP 2.4.4), so that it can be taken away exactly. */
export interface GrantEntry {
  readonly mask: number;
  readonly flags: number;
  readonly object?: string;
  readonly inheritedBy?: string;
}
