import { hasSuffix, isCalled } from '../../domain/policy/known-domain.ts';
import type { LocalDirectories, LocalDirectory } from '../local-directory.ts';

/** A domain in which a sign-in is tried, and the name its directory is told. */
export interface SignInPlace {
  readonly directory: LocalDirectory;
  readonly name: string;
}

/**
 * Where Windows would look for what is typed at its sign-in screen: a bare name in the default domain, `DOMAIN\name` in that
 * one, by its NetBIOS or DNS name, a principal name in those with its suffix, else in all.
 */
export function signInPlaces(directories: LocalDirectories, typed: string): readonly SignInPlace[] {
  const [byDefault] = directories;
  const slash = typed.indexOf('\\');
  if (slash >= 0) {
    const called = directories.find((known) => isCalled(known, typed.slice(0, slash)));
    // A simple bind knows a domain by its NetBIOS name alone (MS-ADTS 5.1.1.1.1).
    if (called) return [{ directory: called, name: called.netbiosName + typed.slice(slash) }];
    return [{ directory: byDefault, name: typed }];
  }
  const at = typed.lastIndexOf('@');
  if (at < 0) return [{ directory: byDefault, name: `${byDefault.netbiosName}\\${typed}` }];
  const suffixed = directories.filter((known) => hasSuffix(known, typed.slice(at + 1).toLowerCase()));
  return (suffixed.length > 0 ? suffixed : directories).map((directory) => ({ directory, name: typed }));
}
