import { Failure } from '../../../domain/failure.ts';
import type { ControllerFacts, RootFacts } from '../../../domain/health/controller-facts.ts';
import type { DomainFacts } from '../../../domain/health/domain-facts.ts';
import type { Clock } from '../../../domain/ports/clock.ts';
import type { DomainExaminer } from '../../../domain/ports/domain-examiner.ts';
import type { CredentialSource } from '../credential-source.ts';
import { checkedDomain, type DomainSettings } from '../domain-settings.ts';
import { sharedBy } from '../controllers/shared-by-domain.ts';
import { examineController, type Looking } from './controller-examination.ts';
import { readDomain } from './domain-reading.ts';
import { ownAccounts } from './own-accounts.ts';
import { signInOwn } from './own-sign-in.ts';

/** A domain, and the credentials of both accounts in it. */
export interface ExaminedDomain {
  readonly settings: DomainSettings;
  readonly dataProxy: CredentialSource;
  readonly selfService: CredentialSource;
}

const LONGEST_MS = 13_000;

/** Looks at Active Directory domains, the default one first, over connections of its own. The clock is the one theirs are compared with. */
export function domainExaminer(domains: readonly ExaminedDomain[], clock: Clock): DomainExaminer {
  const known = new Map(
    domains.map((one) => [
      one.settings.netbiosName.toUpperCase(),
      { ...one, domain: checkedDomain(one.settings) },
    ]),
  );
  return {
    domains: [...known.keys()],
    async examine(name, servedUnits) {
      const one = known.get(name);
      if (!one) throw new Failure('directory-misbehaved', `${name} is none of the domains served`);
      const end = new AbortController();
      const timer = setTimeout(() => end.abort(), LONGEST_MS);
      try {
        return await look({ domain: one.domain, clock, signal: end.signal }, one, servedUnits);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

async function look(
  looking: Looking,
  one: ExaminedDomain,
  servedUnits: readonly string[],
): Promise<DomainFacts> {
  const { domain } = looking;
  const base = { domain: domain.netbiosName, baseDn: domain.baseDn, accounts: [] };
  const urls = await namedControllers(looking);
  if ('said' in urls) return { ...base, controllers: [], trouble: urls.said };
  const looks = urls.map((url) => examineController(looking, url));
  // What takes long with one domain controller must not keep another from being read.
  const [controllers, seen] = await Promise.all([
    Promise.all(looks),
    seenAt(looking, one, await answering(looks), servedUnits),
  ]);
  return { ...base, controllers, ...seen };
}

type Answering = Pick<ControllerFacts, 'url'> & { readonly root: RootFacts };

/** The first, in the order of the settings, that answers and can be written to; else the first that answers. */
async function answering(looks: readonly Promise<ControllerFacts>[]): Promise<Answering | undefined> {
  let readOnly: Answering | undefined;
  for (const looked of looks) {
    const { url, root } = await looked;
    if (root?.kind !== 'answered') continue;
    if (!root.readOnly) return { url, root };
    readOnly ??= { url, root };
  }
  return readOnly;
}

async function seenAt(
  looking: Looking,
  one: ExaminedDomain,
  at: Answering | undefined,
  servedUnits: readonly string[],
): Promise<Partial<Pick<DomainFacts, 'accounts' | 'reading' | 'trouble'>>> {
  try {
    return at ? await signedIn(looking, one, at, servedUnits) : {};
  } catch (error) {
    if (error instanceof Failure) return { trouble: error.message };
    throw error;
  }
}

async function namedControllers({ domain }: Looking): Promise<readonly string[] | { readonly said: string }> {
  try {
    return await sharedBy(domain).controllers();
  } catch (error) {
    if (error instanceof Failure) return { said: error.message };
    throw error;
  }
}

/** What is seen of a domain once our accounts have signed in at one of its domain controllers. */
async function signedIn(
  looking: Looking,
  { dataProxy, selfService }: ExaminedDomain,
  { url, root }: Answering,
  servedUnits: readonly string[],
): Promise<Pick<DomainFacts, 'accounts' | 'reading'>> {
  // Whatever the settings say, the head of the domain is where the domain controller says it is.
  const within = { ...looking, domain: { ...looking.domain, baseDn: root.namingContext } };
  const proxy = await signInOwn(looking, url, dataProxy);
  try {
    const repair = await signInOwn(looking, url, selfService);
    try {
      const eyes = proxy.connection ?? repair.connection;
      const accounts = await ownAccounts(within, eyes, { dataProxy: proxy, selfService: repair });
      if (!eyes) return { accounts };
      const reading = await readDomain(
        within,
        { proxy: proxy.connection, repair: repair.connection, eyes },
        accounts,
        servedUnits,
      );
      return { accounts, reading };
    } finally {
      await repair.connection?.close();
    }
  } finally {
    await proxy.connection?.close();
  }
}
