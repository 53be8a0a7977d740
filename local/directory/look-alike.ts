import { CAST, DOMAIN } from '../people.ts';
import type { CastDomain, CastMember } from '../people.ts';
import { adjustableClock } from './adjustable-clock.ts';
import type { AdjustableClock } from './adjustable-clock.ts';
import { createAuthority } from './certificates.ts';
import { serve } from './connection.ts';
import type { Misbehaviour } from './connection.ts';
import { noCounts } from './counts.ts';
import type { Counts } from './counts.ts';
import { filetimeOf } from './filetime.ts';
import { listen } from './listen.ts';
import { personIn } from './person.ts';
import type { Arrangement, PersonNow } from './person.ts';
import type { Replica } from './replication.ts';
import { seed } from './seed/seed.ts';
import { createStateFile } from './state-file.ts';
import { createWorld } from './world.ts';
import type { PolicyHints, World } from './world.ts';

export interface LookAlikeOptions {
  /** Address to listen on; loopback unless said otherwise. */
  readonly host?: string;
  /** 0 = any free one. */
  readonly port?: number;
  readonly cast?: readonly CastMember[];
  /** The domain, for instance with another minimum age. */
  readonly domain?: CastDomain;
  /** Epoch milliseconds; the system's clock when left out. */
  readonly now?: () => number;
  /** Which policy-hints controls it has: '2239' = both, as Windows (default), '2066' = the old one, 'none' = as Samba. */
  readonly policyHints?: PolicyHints;
  /** How long the password before the current one still opens (Windows: 60; here 0 unless said otherwise). */
  readonly oldPasswordGraceMinutes?: number;
  /** Without the sort control (RFC 2891) when false. */
  readonly sorting?: boolean;
  /** A read-only domain controller when true. */
  readonly readOnly?: boolean;
  /** AD's MaxValRange; 1500 unless said otherwise. */
  readonly mostValues?: number;
  /** JSON file that keeps the accounts between runs. */
  readonly file?: string;
}

/** A running Active Directory look-alike. */
export interface LookAlike {
  /** `ldaps://localhost:PORT`. */
  readonly url: string;
  readonly port: number;
  /** PEM of the authority that its certificate is of (for localhost, 127.0.0.1 and the domain controller's name). */
  readonly ca: string;
  /** Cuts every connection and stops listening. */
  stop(): Promise<void>;
  /** Everyone as at the beginning, counts at zero, no misbehaviour, the clock as given. */
  reset(): void;
  /** Requests served since the start or the last reset. */
  counts(): Readonly<Counts>;
  /** From now on it is this time (epoch milliseconds) and stays so; undefined = the clock as given. */
  setNow(epochMs: number | undefined): void;
  /** Turns the clock on by so much. */
  advance(milliseconds: number): void;
  /** What the directory holds of an account; undefined for unknown usernames. Counts nothing. */
  person(username: string): PersonNow | undefined;
  /** Whether that is the account's password; without a bind, so nothing is counted. */
  isPassword(username: string, password: string): boolean;
  /** Brings an account into a state, as an administrator would. Throws for unknown usernames and groups. */
  arrange(username: string, arrangement: Arrangement): void;
  /** objectSid of an account or group, by sAMAccountName. Throws for unknown names. */
  sidOf(name: string): string;
  /** objectGUID as lower-case text, likewise; the same in every run. */
  guidOf(name: string): string;
  /**
   * Takes over what was changed later on another domain controller of the same domain and cast, as replication does: passwords,
   * locks and what else an account has; not memberships, nor what each domain controller counts for itself.
   */
  replicateFrom(other: Pick<LookAlike, 'replicas'>): void;
  /** What another domain controller takes over. */
  replicas(): ReadonlyMap<string, Replica>;
  /** From now on every connection suffers this; undefined = none. */
  misbehave(how: Misbehaviour | undefined): void;
}

/** Starts the look-alike; resolves once it listens. Throws a Failure when its file is not one of ours. */
export async function startLookAlike(options: LookAlikeOptions = {}): Promise<LookAlike> {
  const { host = '127.0.0.1', port = 0, domain = DOMAIN, cast = CAST } = options;
  const clock = adjustableClock(options.now ?? Date.now);
  const beginning = () => seed(domain, cast, filetimeOf(clock.now()));
  const world = openWorld(options, domain, clock, beginning);
  const counts = noCounts();
  let misbehaviour: Misbehaviour | undefined;
  const authority = createAuthority(`${domain.netbios} demonstration CA`);
  const identity = authority.issue(['localhost', '127.0.0.1', domain.domainController]);
  const serving = { world, counts, misbehaviour: () => misbehaviour };
  const listening = await listen(identity, { host, port }, (socket) => serve(socket, serving));
  return {
    url: `ldaps://localhost:${listening.port}`,
    port: listening.port,
    ca: authority.certificate,
    stop: () => listening.stop(),
    reset() {
      clock.setNow(undefined);
      misbehaviour = undefined;
      world.begin(beginning());
      Object.assign(counts, noCounts());
    },
    counts: () => ({ ...counts }),
    setNow: (epochMs) => clock.setNow(epochMs),
    advance: (milliseconds) => clock.advance(milliseconds),
    ...personIn(world),
    replicateFrom: (other) => world.take(other.replicas()),
    replicas: () => world.replicas(),
    misbehave(how) {
      misbehaviour = how;
    },
  };
}

function openWorld(
  options: LookAlikeOptions,
  domain: CastDomain,
  clock: AdjustableClock,
  beginning: () => ReturnType<typeof seed>,
): World {
  const { policyHints = '2239', oldPasswordGraceMinutes = 0, sorting = true, mostValues = 1500 } = options;
  const { readOnly = false } = options;
  const { file: path } = options;
  const file = path === undefined ? undefined : createStateFile(path);
  let loading = true;
  const world: World = createWorld(beginning(), {
    domain,
    policyHints,
    sorting,
    readOnly,
    mostValues,
    oldPasswordGraceMs: oldPasswordGraceMinutes * 60_000,
    now: () => clock.now(),
    changed: () => {
      if (!loading) file?.save(world);
    },
  });
  file?.load(world);
  loading = false;
  return world;
}
