import Alert from '@cloudscape-design/components/alert';
import Link from '@cloudscape-design/components/link';
import Spinner from '@cloudscape-design/components/spinner';
import type { TableProps } from '@cloudscape-design/components/table';
import type { Finding } from '../../client/client.ts';
import { linkTo } from '../hash.ts';
import { FindingState } from '../health/finding-state.tsx';
import { useHealth, type Health } from '../health/use-health.ts';
import { instantWords } from '../parts/instant-words.ts';
import { Listing } from '../parts/listing.tsx';
import { ScreenLayout } from '../parts/screen-layout.tsx';
import { DomainDetails } from './domain-details.tsx';

export type ExaminedDomain = NonNullable<Health['examination']>['domains'][number];

/** The domains that are served, each with how it stands; which there are is the deployment's to say. */
export default function DomainsScreen({ rest: [name] }: { readonly rest: readonly string[] }) {
  const { health, trouble } = useHealth();
  const examination = health?.examination;
  const chosen = examination?.domains.find(({ domain }) => domain === name);
  if (chosen && examination) return <DomainDetails domain={chosen} at={examination.at} />;
  return (
    <ScreenLayout
      title="Domains"
      description="The domains of this deployment, as the doctor saw them last. Domains, their controllers and accounts are set where Latchkey is deployed."
    >
      {trouble !== undefined && (
        <Alert type="error" statusIconAriaLabel="Error" header="It could not be read how the domains are">
          {trouble}
        </Alert>
      )}
      {!health && trouble === undefined && <Spinner size="large" />}
      {health && (
        <Listing
          title="Domains"
          {...(examination && { description: `As of ${instantWords(examination.at)}` })}
          items={examination?.domains ?? []}
          columns={COLUMNS}
          keyOf={({ domain }) => domain}
          textOf={({ domain }) => domain}
          empty="The doctor has not looked yet."
          emptyAction={<Link href={linkTo('health')}>Have the doctor look</Link>}
        />
      )}
    </ScreenLayout>
  );
}

const COLUMNS: readonly TableProps.ColumnDefinition<ExaminedDomain>[] = [
  {
    id: 'domain',
    header: 'Domain',
    isRowHeader: true,
    cell: ({ domain }) => <Link href={linkTo('domains', domain)}>{domain}</Link>,
  },
  { id: 'state', header: 'State', cell: ({ worst }) => <FindingState state={worst} /> },
  {
    id: 'controllers',
    header: 'Domain controllers',
    cell: ({ findings }) => objectsOf(findings, 'controller-port').join(', ') || '–',
  },
  {
    id: 'wrong',
    header: 'To be mended',
    cell: ({ findings }) => findings.filter(({ state }) => state !== 'fine').length,
  },
];

const objectsOf = (findings: readonly Finding[], check: Finding['check']): readonly string[] => [
  ...new Set(findings.filter((finding) => finding.check === check).map(({ object }) => object)),
];
