import Link from '@cloudscape-design/components/link';
import type { Finding } from '../../client/client.ts';
import { linkTo } from '../hash.ts';
import { FindingState } from '../health/finding-state.tsx';
import { FindingsTable } from '../health/findings-table.tsx';
import { instantWords } from '../parts/instant-words.ts';
import { ScreenLayout } from '../parts/screen-layout.tsx';
import type { ExaminedDomain } from './domains-screen.tsx';

type Check = Finding['check'];

/** The checks of a domain, by what they are about. */
const PARTS: readonly { readonly title: string; readonly checks: readonly Check[] }[] = [
  {
    title: 'Domain controllers',
    checks: [
      'controller-name',
      'controller-port',
      'controller-trust',
      'controller-certificate-name',
      'controller-certificate-days',
      'controller-clock',
      'controller-writable',
      'controller-order',
      'policy-hints',
    ],
  },
  {
    title: 'Accounts of Latchkey',
    checks: ['data-proxy-account', 'self-service-account', 'account-privilege'],
  },
  { title: 'What can be read', checks: ['base-dn', 'served-unit', 'reading', 'password-settings'] },
  {
    title: 'Rights on the OUs that are served',
    checks: ['reset-right', 'unlock-right', 'must-change-right', 'rights-too-many'],
  },
];

/** One domain: its controllers, our accounts in it, what they can read, and their rights on each OU. */
export const DomainDetails = ({
  domain: { domain, worst, findings },
  at,
}: {
  readonly domain: ExaminedDomain;
  readonly at: string;
}) => (
  <ScreenLayout title={`Domain ${domain}`} description={`As the doctor saw it at ${instantWords(at)}.`}>
    <Link href={linkTo('domains')}>Back to all domains</Link>
    <div>
      <FindingState state={worst} />
    </div>
    {PARTS.map(({ title, checks }) => (
      <FindingsTable
        key={title}
        title={title}
        findings={findings.filter(({ check }) => checks.includes(check))}
        empty="Not looked at: what stands before it is broken."
      />
    ))}
    <div>
      What would become of one person? <Link href={linkTo('registrations')}>Find them</Link> and read what
      would work for them now; nothing is changed by it.
    </div>
  </ScreenLayout>
);
