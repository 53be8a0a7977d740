import type { Grant, Power, Trustee } from '../../../domain/health/access-facts.ts';
import { ACCESS, type AccessEntry, FLAG } from './access-entry.ts';
import { EVERYBODY_SIGNED_IN } from './holder.ts';
import { nameOfGuid, USER_CLASS } from './rights.ts';

/** An account whose grants are looked for. */
export interface Grantee {
  /** `CORP\svc` */
  readonly account: string;
  readonly sid: string;
  /** Names of its groups by their SIDs. */
  readonly groups: ReadonlyMap<string, string>;
}

const POWERS: readonly (readonly [number, Power])[] = [
  [ACCESS.write, 'write'],
  [ACCESS.validatedWrite, 'validated-write'],
  [ACCESS.control, 'extended-right'],
  [ACCESS.createChild, 'create'],
  [ACCESS.deleteChild | ACCESS.delete | ACCESS.deleteTree, 'delete'],
  [ACCESS.changePermissions, 'change-permissions'],
  [ACCESS.takeOwnership, 'take-ownership'],
];

/** What an object's own entries give to an account, whatever is denied elsewhere. Reading, and what is inherited from above, is left out. */
export const grantsTo = (grantee: Grantee, at: string, entries: readonly AccessEntry[]): readonly Grant[] =>
  entries.flatMap((entry) => {
    const trustee = trusteeOf(grantee, entry.sid);
    const powers = powersIn(entry.mask);
    if (!trustee || !entry.allow || powers.length === 0 || (entry.flags & FLAG.inherited) !== 0) return [];
    const { mask, flags, object, inheritedBy } = entry;
    return [
      {
        account: grantee.account,
        at,
        trustee,
        powers,
        ...(object !== undefined && { about: nameOfGuid(object) }),
        reaches: reachOf(entry),
        entry: {
          mask,
          flags,
          ...(object !== undefined && { object }),
          ...(inheritedBy !== undefined && { inheritedBy }),
        },
      },
    ];
  });

const powersIn = (mask: number): readonly Power[] =>
  (mask & ACCESS.full) === ACCESS.full
    ? ['full-control']
    : POWERS.flatMap(([bits, power]) => ((mask & bits) === 0 ? [] : [power]));

function reachOf({ flags, inheritedBy }: AccessEntry): Grant['reaches'] {
  if ((flags & FLAG.containerInherit) === 0) return 'itself';
  if (inheritedBy === undefined) return 'everything';
  return inheritedBy === USER_CLASS ? 'users' : { class: nameOfGuid(inheritedBy) };
}

const EVERYBODY: Readonly<Record<string, string>> = {
  'S-1-1-0': 'Everyone',
  'S-1-5-2': 'NETWORK',
  'S-1-5-11': 'Authenticated Users',
  'S-1-5-15': 'This Organization',
};

function trusteeOf({ account, sid: own, groups }: Grantee, sid: string): Trustee | undefined {
  if (sid === own) return { kind: 'account', sid, name: account };
  const group = groups.get(sid);
  if (group !== undefined) return { kind: 'group', sid, name: group };
  return EVERYBODY_SIGNED_IN.includes(sid)
    ? { kind: 'everybody', sid, name: EVERYBODY[sid] ?? sid }
    : undefined;
}
