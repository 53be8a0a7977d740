import Box from '@cloudscape-design/components/box';
import Link from '@cloudscape-design/components/link';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { TableProps } from '@cloudscape-design/components/table';
import type { Registration, Status } from '../../client/client.ts';
import type { Document } from '../draft.tsx';
import { instantWords } from '../parts/instant-words.ts';
import { METHOD_WORDS } from '../parts/method-words.ts';
import { STATUS_WORDS } from '../parts/status-words.ts';
import { registrationsLink, type RegistrationFilter } from './filter.ts';

const TYPES: Readonly<Record<Status, StatusIndicatorProps.Type>> = {
  registered: 'success',
  partly: 'warning',
  'out-of-date': 'warning',
  never: 'pending',
  blocked: 'stopped',
  'not-offered': 'stopped',
  protected: 'stopped',
};

export const StatusOf = ({ status }: { readonly status: Status }) => (
  <StatusIndicator type={TYPES[status]} wrapText={false}>
    {STATUS_WORDS[status]}
  </StatusIndicator>
);

/** The status; of those who answered an earlier questionnaire, until when that is good. */
const StatusUntil = ({ row: { status, goodUntil } }: { readonly row: Registration }) => (
  <>
    <StatusOf status={status} />
    {goodUntil !== undefined && <Box fontSize="body-s">Answers good until {instantWords(goodUntil)}</Box>}
  </>
);

/** The name of a user configuration that is in force; its id, should it be none of them. */
export const configurationName = (id: string | undefined, { userConfigurations }: Document): string =>
  id === undefined ? '–' : (userConfigurations.find((one) => one.id === id)?.name ?? id);

export const methodWords = ({ methods }: Pick<Registration, 'methods'>): string =>
  methods.map((method) => METHOD_WORDS[method]).join(', ') || '–';

/** What the list shows of each person; the name leads to them. */
export const columnsOf = (
  filter: RegistrationFilter,
  document: Document,
): readonly TableProps.ColumnDefinition<Registration>[] => [
  {
    id: 'name',
    header: 'Name',
    isRowHeader: true,
    cell: ({ name }) => <Link href={registrationsLink(filter, name)}>{name}</Link>,
  },
  { id: 'display-name', header: 'Display name', cell: ({ displayName }) => <bdi>{displayName}</bdi> },
  { id: 'status', header: 'Status', cell: (row) => <StatusUntil row={row} /> },
  {
    id: 'user-configuration',
    header: 'User configuration',
    cell: ({ userConfiguration }) => configurationName(userConfiguration, document),
  },
  {
    id: 'methods',
    header: 'Registered',
    cell: ({ methods }) =>
      methods.length === 0 ? '–' : methods.map((method) => <div key={method}>{METHOD_WORDS[method]}</div>),
  },
  {
    id: 'changed',
    header: 'Changed',
    minWidth: 110,
    cell: ({ changedAt }) => changedAt?.slice(0, 10) ?? '–',
  },
];
