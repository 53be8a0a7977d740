import Header from '@cloudscape-design/components/header';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import type { Registration } from '../../client/client.ts';
import { personKey, type Outcome } from './act-on-people.ts';
import { outcomeWords } from './outcome-words.ts';

/** What came of an act, person by person. */
export function OutcomeTable(props: {
  readonly people: readonly Registration[];
  readonly outcomes: readonly Outcome[];
}) {
  const { people, outcomes } = props;
  const names = new Map(
    people.map(({ person, name, displayName }) => [personKey(person), { name, displayName }]),
  );
  return (
    <Table
      variant="embedded"
      items={[...outcomes]}
      trackBy={({ person }) => personKey(person)}
      wrapLines
      ariaLabels={{ tableLabel: 'What came of it' }}
      header={
        <Header variant="h3" counter={`(${outcomes.length} of ${people.length})`}>
          What came of it
        </Header>
      }
      columnDefinitions={[
        {
          id: 'name',
          header: 'Name',
          isRowHeader: true,
          cell: ({ person }) => names.get(personKey(person))?.name ?? person.guid,
        },
        {
          id: 'display-name',
          header: 'Display name',
          cell: ({ person }) => names.get(personKey(person))?.displayName ?? '',
        },
        {
          id: 'outcome',
          header: 'Outcome',
          cell: ({ result }) => {
            const { type, says } = outcomeWords(result);
            return <StatusIndicator type={type}>{says}</StatusIndicator>;
          },
        },
      ]}
    />
  );
}
