import Link from '@cloudscape-design/components/link';
import type { TableProps } from '@cloudscape-design/components/table';
import type { Examination } from '../../client/client.ts';
import { linkTo } from '../hash.ts';
import { FindingState } from '../health/finding-state.tsx';
import { tallyWords } from '../health/tally.ts';
import { instantWords } from '../parts/instant-words.ts';
import { Listing } from '../parts/listing.tsx';
import { controllersIn } from './checks.ts';

type Domain = Examination['domains'][number];

/** Every domain with its controllers and how it stands; its name leads to all that was found. */
export const DomainList = ({ examination }: { readonly examination: Examination | null }) => (
  <Listing
    title="Domains"
    {...(examination && { description: `As of ${instantWords(examination.at)}` })}
    items={examination?.domains ?? []}
    columns={COLUMNS}
    keyOf={({ domain }) => domain}
    textOf={({ domain, findings }) => `${domain} ${controllersIn(findings).join(' ')}`}
    empty="The doctor has not looked yet."
    emptyAction={<Link href={linkTo('health')}>Have the doctor look</Link>}
  />
);

const COLUMNS: readonly TableProps.ColumnDefinition<Domain>[] = [
  {
    id: 'domain',
    header: 'Domain',
    isRowHeader: true,
    cell: ({ domain }) => <Link href={linkTo('domains', domain)}>{domain}</Link>,
  },
  {
    id: 'state',
    header: 'State',
    cell: ({ worst, findings }) => <FindingState state={worst}>{tallyWords(findings)}</FindingState>,
  },
  {
    id: 'controllers',
    header: 'Domain controllers',
    cell: ({ findings }) => controllersIn(findings).map((url) => <div key={url}>{url}</div>),
  },
];
