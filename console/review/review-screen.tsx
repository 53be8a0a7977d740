import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import { useCallback, useEffect, useState } from 'react';
import { api } from '../api.ts';
import { useDraft, type Draft } from '../draft.tsx';
import { useNotices } from '../notices.tsx';
import { ChangeList } from '../parts/change-list.tsx';
import { MistakeList } from '../parts/mistake-list.tsx';
import { ScreenLayout } from '../parts/screen-layout.tsx';
import { ImpactPanel } from './impact-panel.tsx';
import { MeanwhilePanel } from './meanwhile-panel.tsx';
import { PublishPanel, type PublishWords } from './publish-panel.tsx';
import type { Review } from './review.ts';
import { useImpact } from './use-impact.ts';
import { WarningList } from '../parts/warning-list.tsx';

/** What my draft would change, whom it touches, and the way to put it in force. */
export default function ReviewScreen() {
  const { draft, inForce } = useDraft();
  const [words, setWords] = useState<PublishWords>({ reason: '', day: '' });
  return (
    <ScreenLayout
      title="Review and publish"
      description={`What your draft would change against version ${inForce.version}, which is in force.`}
    >
      {draft ? (
        <ReviewOf key={draft.revision} draft={draft} words={words} onWords={setWords} />
      ) : (
        <Alert type="info" statusIconAriaLabel="Info">
          You have no draft. Change something on one of the configuration screens first.
        </Alert>
      )}
    </ScreenLayout>
  );
}

function ReviewOf(props: {
  readonly draft: Draft;
  readonly words: PublishWords;
  readonly onWords: (words: PublishWords) => void;
}) {
  const { draft, words, onWords } = props;
  const notices = useNotices();
  const [review, setReview] = useState<Review>();
  const look = useCallback(async () => {
    try {
      setReview(await api.call('POST /api/admin/draft/review', { body: { revision: draft.revision } }));
    } catch (cause) {
      notices.failed('The draft could not be reviewed', cause);
    }
  }, [draft.revision, notices]);
  useEffect(() => void look(), [look]);
  const fine = review !== undefined && review.mistakes.length === 0;
  const impact = useImpact(fine ? draft.document : undefined);
  if (!review)
    return (
      <Box>
        <Spinner /> Checking the draft against the directory
      </Box>
    );
  return (
    <SpaceBetween size="l">
      {review.meanwhile && <MeanwhilePanel meanwhile={review.meanwhile} draft={draft} />}
      <MistakeList mistakes={review.mistakes} />
      <WarningList warnings={review.warnings} />
      <Container
        header={
          <Header
            variant="h2"
            counter={`(${review.changes.length})`}
            actions={<Button iconName="refresh" ariaLabel="Look again" onClick={() => void look()} />}
          >
            Changes
          </Header>
        }
      >
        <ChangeList changes={review.changes} />
      </Container>
      {fine && <ImpactPanel impact={impact} />}
      {fine && !review.meanwhile && review.changes.length > 0 && (
        <PublishPanel
          draft={draft}
          review={review}
          mustRegisterAgain={impact.sum?.mustRegisterAgain}
          settled={impact.finished}
          words={words}
          onWords={onWords}
          onRefused={() => void look()}
        />
      )}
    </SpaceBetween>
  );
}
