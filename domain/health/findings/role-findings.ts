import { oneSpelling } from '../../policy/distinguished-name.ts';
import type { ControllerFacts, RootFacts } from '../controller-facts.ts';
import type { DomainFacts } from '../domain-facts.ts';
import type { Finding } from '../finding.ts';
import { powerShell } from './access-commands.ts';
import { fine } from './fine.ts';

/** Whether the PDC emulator comes first, and whether resets obey the history; pure. */
export function roleFindings({ domain, controllers, reading }: DomainFacts): readonly Finding[] {
  if (!reading) return [];
  const answered = controllers.flatMap(({ url, root }) => (root?.kind === 'answered' ? [{ url, root }] : []));
  const order = orderFinding(domain, controllers, answered, reading.pdc);
  return [
    ...(order ? [order] : []),
    ...answered.map(({ url, root }) => hintsFinding(url, root, reading.historyLength)),
  ];
}

type Answered = { readonly url: string; readonly root: RootFacts };

function orderFinding(
  domain: string,
  controllers: readonly ControllerFacts[],
  answered: readonly Answered[],
  pdc: string | undefined,
): Finding | undefined {
  if (pdc === undefined) return undefined;
  const holder = answered.find(({ root }) => oneSpelling(root.serviceName) === oneSpelling(pdc));
  const first = controllers[0]?.url;
  if (holder && holder.url === first)
    return fine('controller-order', domain, `${holder.url} is the PDC emulator.`);
  // One that does not answer may be it; that it does not answer is told already.
  if (!holder && answered.length < controllers.length) return undefined;
  const name = holder?.url ?? serverName(pdc);
  return {
    check: 'controller-order',
    object: domain,
    state: 'warning',
    cause: holder
      ? `The PDC emulator, ${name}, is not the first domain controller that is asked.`
      : `The PDC emulator, ${name}, is not among the domain controllers of the settings.`,
    remedy:
      'Put it first in domainControllers of the settings. Locks and new passwords are known there at once; from others they take some time to arrive.',
    commands: [powerShell('(Get-ADDomain).PDCEmulator')],
  };
}

/** `DC1` of `CN=NTDS Settings,CN=DC1,CN=Servers,…`. */
const serverName = (service: string): string =>
  /^CN=NTDS Settings,CN=([^,]+)/iu.exec(service)?.[1] ?? service;

function hintsFinding(url: string, { policyHints }: RootFacts, historyLength: number): Finding {
  if (policyHints) return fine('policy-hints', url, 'A reset obeys the password history there.');
  if (historyLength === 0)
    return fine(
      'policy-hints',
      url,
      'It could not make a reset obey a password history, and none is demanded.',
    );
  return {
    check: 'policy-hints',
    object: url,
    state: 'warning',
    cause: `It has no policy-hints control: people can reset to one of their last ${historyLength} passwords there.`,
    remedy:
      'Bring the domain controller up to date; every supported Windows Server has the control (KB2386717), and Samba has it in no version. All other password rules hold.',
  };
}
