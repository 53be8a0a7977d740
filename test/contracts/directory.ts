import type { DirectoryReader } from '../../domain/ports/directory-reader.ts';
import type { PasswordDesk } from '../../domain/ports/password-desk.ts';
import type { RepairDesk } from '../../domain/ports/repair-desk.ts';
import { findingContract } from './directory-finding.ts';
import { listingContract } from './directory-listing.ts';
import { objectContract } from './directory-objects.ts';
import { passwordContract } from './directory-passwords.ts';
import { readingContract } from './directory-reading.ts';
import { repairContract } from './directory-repairs.ts';
import { rightsContract } from './directory-rights.ts';

/** A directory with the cast in it, as the domain sees it, and what a test needs besides. */
export interface DirectoryUnderTest {
  readonly reader: DirectoryReader;
  readonly passwords: PasswordDesk;
  readonly repairs: RepairDesk;
  /** Puts the cast member of that username back to how the story begins. */
  readonly restore: (username: string) => Promise<void>;
}

/** In what directories truly differ. What one of them cannot prove, the other must. */
export interface DirectoryDifferences {
  /** Resets obey the password history. Samba knows no policy-hints control; Windows and the look-alike do. */
  readonly historyOnReset: boolean;
  /** Passwords must not hold the account's names. Samba does not check that; Windows and the look-alike do. */
  readonly namesInPasswords: boolean;
  /** An explicit principal name may be another's implicit one. Samba does not let anybody have it; Windows and the look-alike do. */
  readonly namesakes: boolean;
}

/** What every directory must do that holds the cast, whoever made it. `open` is called once per group of tests. */
export function directoryContract(
  name: string,
  open: () => Promise<DirectoryUnderTest>,
  differences: DirectoryDifferences,
): void {
  findingContract(name, open);
  readingContract(name, open);
  listingContract(name, open);
  objectContract(name, open);
  rightsContract(name, open);
  passwordContract(name, open);
  repairContract(name, open, differences);
}
