import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Link from '@cloudscape-design/components/link';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReplyOf } from '../../client/client.ts';
import { linkTo } from '../hash.ts';
import { STATUS_WORDS } from '../parts/status-words.ts';

type MatchReply = ReplyOf<'POST /api/admin/match'>;

/** What applies to one person and why: the user configuration that wins, those that would, what stands in the way. */
export function MatchResult({ match, asked }: { readonly match: MatchReply; readonly asked: string }) {
  if (!match.found)
    return (
      <LiveRegion>
        <Alert type="warning" statusIconAriaLabel="Warning" header={`Nobody is found by “${asked}”`}>
          Nobody is called that, or more than one.{' '}
          <Link href={linkTo('registrations', asked)}>See which it is, and what to do</Link>
        </Alert>
      </LiveRegion>
    );
  const { userConfiguration, alsoMatching, blocked, obstacle, status } = match;
  return (
    <LiveRegion>
      <SpaceBetween size="m">
        <Box variant="h3">
          {match.displayName} ({match.name})
        </Box>
        <Box color="text-body-secondary">{match.distinguishedName}</Box>
        {blocked !== undefined && (
          <Alert type="warning" statusIconAriaLabel="Warning" header="Blocked">
            {blocked}
          </Alert>
        )}
        {obstacle !== undefined && obstacle !== blocked && (
          <Alert type="warning" statusIconAriaLabel="Warning" header="Nothing is offered">
            {obstacle}
          </Alert>
        )}
        <KeyValuePairs
          columns={3}
          items={[
            {
              label: 'User configuration that wins',
              value: userConfiguration
                ? `${userConfiguration.name}: ${userConfiguration.because}`
                : 'None matches',
            },
            {
              label: 'Would match too, but comes later',
              value: alsoMatching.map(({ name, because }) => `${name}: ${because}`).join(' ') || 'None',
            },
            { label: 'Registration', value: status ? STATUS_WORDS[status] : '–' },
          ]}
        />
        <ul>
          {match.sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </SpaceBetween>
    </LiveRegion>
  );
}
