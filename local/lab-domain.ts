import { CannotStart } from './cannot-start.ts';
import type { OwnAccount } from './local-directory.ts';
import type { LabDomain } from './open-directory.ts';

/** The flags that describe a domain of one's own. */
export interface LabFlags {
  readonly baseDn?: string;
  readonly netbios?: string;
  readonly ca?: string;
  readonly serve?: readonly string[];
  readonly upnSuffix?: readonly string[];
  readonly administrators?: readonly string[];
}

/**
 * A domain of one's own out of the flags, and its two accounts out of the environment, where no list of processes shows
 * them. Throws CannotStart, naming everything that is missing.
 */
export function labDomain(
  urls: readonly string[],
  { baseDn, netbios, ca, serve, upnSuffix = [], administrators = [] }: LabFlags,
  environment: NodeJS.ProcessEnv,
): LabDomain {
  const dataProxy = accountOf('DATA_PROXY', environment);
  const selfService = accountOf('SELF_SERVICE', environment);
  const missing = [
    ...Object.entries({ '--base-dn': baseDn, '--netbios': netbios, '--ca': ca }),
    ...Object.entries({ ...dataProxy.variables, ...selfService.variables }),
  ].flatMap(([name, value]) => (value ? [] : [name]));
  if (missing.length > 0 || !baseDn || !netbios || !ca)
    throw new CannotStart(`A domain of your own needs ${missing.join(', ')} as well.`);
  return {
    kind: 'lab',
    urls,
    baseDn,
    netbiosName: netbios.toUpperCase(),
    upnSuffixes: upnSuffix,
    caFile: ca,
    bases: serve ?? [baseDn],
    administrators: administrators.map((group) => group.split('\\').at(-1) ?? ''),
    dataProxy: dataProxy.account,
    selfService: selfService.account,
  };
}

function accountOf(which: string, environment: NodeJS.ProcessEnv) {
  const names = { username: `LATCHKEY_${which}_USERNAME`, password: `LATCHKEY_${which}_PASSWORD` };
  const username = environment[names.username] ?? '';
  const password = environment[names.password] ?? '';
  const account: OwnAccount = { username, password };
  return { account, variables: { [names.username]: username, [names.password]: password } };
}
