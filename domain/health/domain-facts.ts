import type { Grant, SampleFacts, UnitFacts } from './access-facts.ts';
import type { OwnAccountFacts } from './account-facts.ts';
import type { ControllerFacts } from './controller-facts.ts';

/** All that was seen of one domain; nothing of it is judged yet. */
export interface DomainFacts {
  /** NetBIOS name. */
  readonly domain: string;
  /** As the settings have it. */
  readonly baseDn: string;
  /** In the order of the settings. */
  readonly controllers: readonly ControllerFacts[];
  readonly accounts: readonly OwnAccountFacts[];
  /** What could be read once one of the accounts had signed in; left out when neither could. */
  readonly reading?: ReadingFacts;
  /** What kept looking from coming to its end. */
  readonly trouble?: string;
}

export interface ReadingFacts {
  /** Distinguished name of the head of the domain, as the domain controller says. */
  readonly namingContext: string;
  /** Distinguished name of the directory service that holds the PDC role; left out when it is not shown. */
  readonly pdc?: string;
  /** The longest password history that is demanded, by the domain or by a password settings object. */
  readonly historyLength: number;
  /** Served units of this domain that are not there. */
  readonly missingUnits: readonly string[];
  readonly units: readonly UnitFacts[];
  /** Some person below each served unit; none of a unit without people. */
  readonly samples: readonly SampleFacts[];
  /** Whether the samples were looked at by the data proxy account, and not for want of it by the other. */
  readonly byDataProxy: boolean;
  /** Which of the accounts that could sign in may read the password settings objects. */
  readonly passwordSettings: readonly { readonly account: string; readonly readable: boolean }[];
  readonly grants: readonly Grant[];
}
