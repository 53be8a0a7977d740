import type { Audience, GroupRef, UserRef } from '../policy/audience.ts';
import type { BlockEntry } from '../policy/block-list.ts';
import type { ConfigurationDocument, Role } from '../policy/configuration-document.ts';
import type { UserConfiguration } from '../policy/user-configuration.ts';
import type { DirectoryObject } from '../ports/directory-reader.ts';

/** One place in a document that names something in the directory. */
export interface Reference {
  readonly kind: DirectoryObject['kind'];
  /** The name as it stands; a unit's distinguished name. */
  readonly name: string;
  /** What is meant for good; empty while nobody has looked it up. A unit has none besides its name. */
  readonly id: string;
  /** JSON pointer (RFC 6901). */
  readonly path: string;
  /** Where it stands, in words: `user configuration "Sales"`. */
  readonly of: string;
}

type Rewrite = (reference: Reference) => Pick<Reference, 'name' | 'id'>;

/** The document with every reference as `rewrite` wants it; all else, the order too, stays. Pure. */
export function withReferences(document: ConfigurationDocument, rewrite: Rewrite): ConfigurationDocument {
  const group = (ref: GroupRef, path: string, of: string): GroupRef => {
    const { name, id } = rewrite({ kind: 'group', name: ref.name, id: ref.sid, path, of });
    return { ...ref, name, sid: id };
  };
  const user = (ref: UserRef, path: string, of: string): UserRef => {
    const { name, id } = rewrite({ kind: 'user', name: ref.name, id: ref.guid, path, of });
    return { ...ref, name, guid: id };
  };
  const unit = (dn: string, path: string, of: string): string =>
    rewrite({ kind: 'unit', name: dn, id: '', path, of }).name;

  const audience = (all: Audience, path: string, of: string): Audience => ({
    ...all,
    users: all.users.map((ref, i) => user(ref, `${path}/users/${i}`, of)),
    groups: all.groups.map((ref, i) => group(ref, `${path}/groups/${i}`, of)),
    units: all.units.map((dn, i) => unit(dn, `${path}/units/${i}`, of)),
  });
  const configuration = (one: UserConfiguration, i: number): UserConfiguration => {
    const [path, of] = [`/userConfigurations/${i}`, `user configuration "${one.name}"`];
    return {
      ...one,
      include: audience(one.include, `${path}/include`, of),
      exclude: audience(one.exclude, `${path}/exclude`, of),
    };
  };
  const blocked = (entry: BlockEntry, i: number): BlockEntry =>
    entry.user
      ? { ...entry, user: user(entry.user, `/blockList/${i}/user`, 'the block list') }
      : { ...entry, group: group(entry.group, `/blockList/${i}/group`, 'the block list') };
  const { access } = document;
  const withRole = (role: Role) =>
    access[role].map((ref, i) => group(ref, `/access/${role}/${i}`, `the role ${role}`));
  return {
    ...document,
    userConfigurations: document.userConfigurations.map(configuration),
    blockList: document.blockList.map(blocked),
    access: {
      ...access,
      administrator: withRole('administrator'),
      'policy-editor': withRole('policy-editor'),
      'help-desk': withRole('help-desk'),
      auditor: withRole('auditor'),
    },
  };
}

/** Every reference in a document, in its order; pure. */
export function referencesIn(document: ConfigurationDocument): readonly Reference[] {
  const found: Reference[] = [];
  withReferences(document, (reference) => {
    found.push(reference);
    return reference;
  });
  return found;
}
