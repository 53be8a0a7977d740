import type { GroupRef } from '../domain/policy/audience.ts';
import type { DeployedPolicy } from '../domain/policy/deployed-configuration.ts';
import type { AccountPair } from '../domain/rotation/account-pair.ts';
import type { LookAlike } from './directory/look-alike.ts';
import type { CastMember } from './people.ts';

/** An account of Latchkey's own, and the one it alternates with, where there is one: what its secret says. */
export type OwnAccount = AccountPair;

/** A domain that this run serves, and where it is talked to over LDAPS. */
export interface LocalDirectory {
  readonly urls: readonly string[];
  /** PEM. */
  readonly ca: string;
  readonly netbiosName: string;
  readonly dnsName: string;
  readonly upnSuffixes: readonly string[];
  readonly baseDn: string;
  readonly dataProxy: OwnAccount;
  readonly selfService: OwnAccount;
  readonly bases: readonly string[];
  readonly blockedGroups: readonly GroupRef[];
  /** Groups whose members administer; without any, nobody may. */
  readonly administrators: readonly GroupRef[];
  /** The groups of the other roles, where there are any from the start. */
  readonly access?: NonNullable<DeployedPolicy['access']>;
  /** The demonstration's people; nobody in a domain of somebody's own. */
  readonly people: readonly CastMember[];
  /** The embedded directory's own windows and handles, for tests. */
  readonly lookAlike?: LookAlike;
  stop(): Promise<void>;
}

/** Every domain that this run serves, the default one first. */
export type LocalDirectories = readonly [LocalDirectory, ...LocalDirectory[]];
