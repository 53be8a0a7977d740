import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Registration } from '../../client/client.ts';
import { instantWords } from '../parts/instant-words.ts';
import { methodWords, StatusOf } from './columns.tsx';
import type { Match } from './use-person.ts';

/** What is known of one person: never an answer, never an address. */
export function PersonDetails(props: { readonly match: Match; readonly row: Registration | undefined }) {
  const { match, row } = props;
  const { status = row?.status, userConfiguration, blocked, obstacle, sentences } = match;
  return (
    <Container header={<Header variant="h2">Registration</Header>}>
      <SpaceBetween size="l">
        {[blocked, obstacle]
          .filter((why) => why !== undefined)
          .map((why) => (
            <Alert key={why} type="info" statusIconAriaLabel="Info">
              {why}
            </Alert>
          ))}
        <KeyValuePairs
          columns={3}
          items={[
            { label: 'Status', value: status ? <StatusOf status={status} /> : '–' },
            {
              label: 'User configuration',
              value: userConfiguration ? `${userConfiguration.name}: ${userConfiguration.because}` : 'None',
            },
            { label: 'Registered', value: row ? methodWords(row) : '–' },
            { label: 'Changed', value: row?.changedAt === undefined ? '–' : instantWords(row.changedAt) },
            {
              label: 'Answers good until',
              value: row?.goodUntil === undefined ? '–' : instantWords(row.goodUntil),
            },
            { label: 'Account', value: row ? (row.disabled ? 'Disabled' : 'Not disabled') : '–' },
            { label: 'In the directory', value: match.distinguishedName ?? '–' },
          ]}
        />
        {sentences.length > 0 && (
          <ul>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </SpaceBetween>
    </Container>
  );
}
