import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { ApiProblem } from '../../client/client.ts';
import { api } from '../api.ts';
import { useDraft, type Draft } from '../draft.tsx';
import { go } from '../hash.ts';
import { useNotices } from '../notices.tsx';
import type { Review } from './review.ts';

/** What is typed before publishing; kept by the screen, which is drawn anew when the draft moves. */
export interface PublishWords {
  readonly reason: string;
  /** Until when the present answers are good: `2027-03-01`, or nothing. */
  readonly day: string;
}

/** The way into force: a reason, and the date until which the present answers are good where people are asked something else. */
export function PublishPanel(props: {
  readonly draft: Draft;
  readonly review: Review;
  readonly mustRegisterAgain: number | undefined;
  readonly settled: boolean;
  readonly words: PublishWords;
  readonly onWords: (words: PublishWords) => void;
  /** Told when it was not published because things are no longer as they were reviewed. */
  readonly onRefused: () => void;
}) {
  const { draft, review, mustRegisterAgain, settled, words, onWords, onRefused } = props;
  const { reload } = useDraft();
  const notices = useNotices();
  const { reason, day } = words;
  const [busy, setBusy] = useState(false);
  const missing = reason.trim() === '' || (review.needsEarlierUntil && !isGood(day));
  const publish = async () => {
    setBusy(true);
    try {
      const { version } = await api.call('POST /api/admin/draft/publish', {
        body: {
          revision: draft.revision,
          reason: reason.trim(),
          ...(day !== '' && { earlierUntil: endOf(day) }),
        },
      });
      await reload();
      notices.done(`Version ${version} is in force.`);
      go('versions');
    } catch (cause) {
      notices.failed('Not published; your draft is still here', cause);
      if (cause instanceof ApiProblem && OUTDATED.has(cause.code)) onRefused();
    } finally {
      setBusy(false);
    }
  };
  return (
    <Container header={<Header variant="h2">Publish</Header>}>
      <SpaceBetween size="l">
        {review.needsEarlierUntil && (
          <SpaceBetween size="m">
            <Alert type="warning" statusIconAriaLabel="Warning">
              {registerAgain(mustRegisterAgain, settled, day)}
            </Alert>
            <FormField
              label="Present answers are good until the end of"
              description="Until then people can prove themselves with what they have registered. They are told after sign-in and by e-mail."
              constraintText="YYYY/MM/DD, in UTC; two years ahead at the most"
              errorText={
                day === '' || isGood(day) ? undefined : 'Choose a day from tomorrow to two years from now.'
              }
            >
              <DatePicker
                value={day}
                onChange={({ detail }) => onWords({ reason, day: detail.value })}
                placeholder="YYYY/MM/DD"
                openCalendarAriaLabel={(chosen) => `Choose a date${chosen ? `, chosen is ${chosen}` : ''}`}
                isDateEnabled={(date) => isGood(dayOf(date))}
              />
            </FormField>
          </SpaceBetween>
        )}
        <FormField label="Reason" description="Kept with the version and in the trail.">
          <Textarea
            value={reason}
            rows={2}
            onChange={({ detail }) => onWords({ reason: detail.value, day })}
          />
        </FormField>
        <Button variant="primary" loading={busy} disabled={missing} onClick={() => void publish()}>
          Publish
        </Button>
      </SpaceBetween>
    </Container>
  );
}

/** With these the review that is shown is out of date. */
const OUTDATED: ReadonlySet<string> = new Set(['configuration-changed-meanwhile', 'document-mistakes']);
const TWO_YEARS_MS = 2 * 365 * 24 * 60 * 60_000;
const endOf = (day: string): string => `${day}T23:59:59.000Z`;
/** Whether the end of a day lies ahead, and not further than the service takes. */
const isGood = (day: string): boolean => {
  const ahead = Date.parse(endOf(day)) - Date.now();
  return ahead > 0 && ahead <= TWO_YEARS_MS;
};
/** The day that a calendar shows, which is one of the place where its reader is. */
const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');

/** Message E of the microcopy: the consequence in a sentence, before the button. */
function registerAgain(count: number | undefined, settled: boolean, day: string): string {
  if (settled && count === 0)
    return 'Nobody has to register again: whatever people have registered answers what is asked now.';
  const people = count === 1 ? 'One person has' : `${(count ?? 0).toLocaleString('en')} people have`;
  const by = day === '' ? 'the date you choose' : day.replaceAll('-', '/');
  return `${people} to register again by ${by}${settled ? '' : ' (still counting)'}. Until then their current answers keep working.`;
}
