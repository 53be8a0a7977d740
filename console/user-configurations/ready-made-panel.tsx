import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useEffect, useState } from 'react';
import type { ReadyMadePolicy, UserConfiguration } from '../../client/client.ts';
import { api } from '../api.ts';
import { useNotices } from '../notices.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { ACTIONS, asksTheSame } from './action-rule.ts';
import { NIST_WORDS } from './standing-words.ts';

/** Policies to begin with, a button each; what is asked for already is only replaced when that is confirmed. */
export function ReadyMadePanel(props: {
  readonly actions: UserConfiguration['actions'];
  readonly onApply: (policy: ReadyMadePolicy) => void;
}) {
  const { actions, onApply } = props;
  const notices = useNotices();
  const [policies, setPolicies] = useState<readonly ReadyMadePolicy[]>([]);
  const [chosen, setChosen] = useState<ReadyMadePolicy>();
  useEffect(() => {
    const leaving = new AbortController();
    api
      .call('GET /api/admin/policies', { signal: leaving.signal })
      .then((found) => setPolicies(found.policies))
      .catch((cause: unknown) => {
        if (!leaving.signal.aborted) notices.failed('The ready-made policies could not be loaded', cause);
      });
    return () => leaving.abort();
  }, [notices]);
  const isIn = ({ policy }: ReadyMadePolicy) =>
    ACTIONS.every((action) => asksTheSame(actions[action], policy));
  const asksForSomething = ACTIONS.some(
    (action) => actions[action].required.length + actions[action].optional.length > 0,
  );
  return (
    <Container
      header={
        <Header variant="h2" description="Each fills in what is asked for to unlock and to reset.">
          Begin with a ready-made policy
        </Header>
      }
    >
      <ColumnLayout columns={3} variant="text-grid">
        {policies.map((readyMade) => (
          <OnePolicy
            key={readyMade.id}
            readyMade={readyMade}
            isIn={isIn(readyMade)}
            onChoose={() => (asksForSomething ? setChosen(readyMade) : onApply(readyMade))}
          />
        ))}
      </ColumnLayout>
      <Confirm
        visible={chosen !== undefined}
        header={`Use “${chosen?.name ?? ''}”?`}
        act="Replace what is asked for"
        onAct={() => {
          if (chosen) onApply(chosen);
          return Promise.resolve();
        }}
        onClose={() => setChosen(undefined)}
      >
        It replaces what is asked for to unlock and to reset. Whether and when they are offered stays as it
        is. Nothing is saved until you save it to your draft.
        {chosen?.risks.includes('answers-alone') &&
          ' You will have to write down who accepted the risk of answers alone, and why.'}
      </Confirm>
    </Container>
  );
}

function OnePolicy(props: {
  readonly readyMade: ReadyMadePolicy;
  readonly isIn: boolean;
  readonly onChoose: () => void;
}) {
  const { name, description, assessment } = props.readyMade;
  const { type, says } = NIST_WORDS[assessment.nist.standing];
  return (
    <SpaceBetween size="xs">
      <Button disabled={props.isIn} onClick={props.onChoose}>
        {name}
      </Button>
      {props.isIn && <StatusIndicator type="success">This is what is asked for</StatusIndicator>}
      <Box variant="p">{description}</Box>
      <div>
        NIST SP 800-63B-4: <StatusIndicator type={type}>{says}</StatusIndicator>
      </div>
    </SpaceBetween>
  );
}
