import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { Explanation, Registration } from '../../client/client.ts';
import { instantWords } from '../parts/instant-words.ts';
import { Sentences } from '../parts/sentences.tsx';
import { methodWords, StatusOf } from './columns.tsx';

/** How far one person has registered, and which user configuration holds them: never an answer, never an address. */
export function PersonDetails(props: {
  readonly explanation: Explanation;
  readonly row: Registration | undefined;
}) {
  const { explanation, row } = props;
  const { status, userConfiguration, alsoMatching, methods, distinguishedName, sentences } = explanation;
  const also = <Sentences sentences={alsoMatching.map(({ name, because }) => `${name}: ${because}`)} />;
  return (
    <Container header={<Header variant="h2">Registration</Header>}>
      <KeyValuePairs
        columns={2}
        items={[
          { label: 'Status', value: <StatusOf status={status} /> },
          { label: 'Registered', value: methodWords({ methods }) },
          { label: 'Changed', value: row?.changedAt === undefined ? '–' : instantWords(row.changedAt) },
          {
            label: 'Answers good until',
            value: row?.goodUntil === undefined ? '–' : instantWords(row.goodUntil),
          },
          {
            label: 'User configuration',
            value: userConfiguration ? `${userConfiguration.name}: ${userConfiguration.because}` : 'None',
          },
          { label: 'What it says', value: <Sentences sentences={sentences} /> },
          ...(alsoMatching.length > 0 ? [{ label: 'Would match too, but comes later', value: also }] : []),
          { label: 'In the directory', value: distinguishedName },
        ]}
      />
    </Container>
  );
}
