import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactNode } from 'react';
import { useDraft } from '../draft.tsx';
import { linkTo } from '../hash.ts';
import { Confirm } from './confirm.tsx';
import { isWithin } from './is-within.ts';
import { MistakeList } from './mistake-list.tsx';
import { ScreenLayout } from './screen-layout.tsx';

/**
 * The frame of a screen that edits the configuration: says whether what is shown is in force or only drafted, and lists the
 * draft's mistakes of this part.
 */
export function ConfigurationLayout(props: {
  readonly title: string;
  readonly description: string;
  readonly counter?: string;
  readonly actions?: ReactNode;
  /** The JSON pointers under which this screen's mistakes lie, such as `/questions`. */
  readonly paths: readonly string[];
  readonly children: ReactNode;
}) {
  const { draft, readOnly } = useDraft();
  const { paths, actions, children, ...head } = props;
  const mistakes =
    draft?.mistakes.filter((mistake) => paths.some((path) => isWithin(mistake.path, path))) ?? [];
  return (
    <ScreenLayout {...head} actions={readOnly ? undefined : actions}>
      <DraftBanner />
      <MistakeList mistakes={mistakes} />
      {children}
    </ScreenLayout>
  );
}

const toPutRight = (count: number): string => {
  if (count === 0) return '';
  const things = count === 1 ? 'One thing in it' : `${count} things in it`;
  return ` ${things} must be put right before it can be published; the review lists everything.`;
};

function DraftBanner() {
  const { draft, discard, readOnly, inForce } = useDraft();
  const [asking, setAsking] = useState(false);
  if (readOnly)
    return (
      <Alert type="info" statusIconAriaLabel="Info">
        This is version {inForce.version}, which is in force. Your role lets you read it.
      </Alert>
    );
  if (!draft) return null;
  return (
    <>
      <Alert
        type="warning"
        statusIconAriaLabel="Warning"
        header="You have unpublished changes"
        action={
          <SpaceBetween direction="horizontal" size="xs">
            <Button onClick={() => setAsking(true)}>Discard draft</Button>
            <Button variant="primary" href={linkTo('review')}>
              Review and publish
            </Button>
          </SpaceBetween>
        }
      >
        Nothing of your draft is in force until you publish it. Version {inForce.version} is in force.
        {toPutRight(draft.mistakes.length)}
      </Alert>
      <Confirm
        visible={asking}
        header="Discard your draft?"
        act="Discard draft"
        onAct={discard}
        onClose={() => setAsking(false)}
      >
        All unpublished changes of yours are dropped. What is in force does not change.
      </Confirm>
    </>
  );
}
