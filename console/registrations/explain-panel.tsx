import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import { useEffect, useState } from 'react';
import type { Explanation } from '../../client/client.ts';
import { api } from '../api.ts';
import { ColourOf } from '../pre-flight/colour-of.tsx';
import { reasonOf } from '../problem-sentence.ts';

type Asked =
  | { readonly kind: 'asking' }
  | { readonly kind: 'trouble'; readonly says: string }
  | { readonly kind: 'explained'; readonly explanation: Explanation }
  | { readonly kind: 'not-one'; readonly sentences: readonly string[] };

/** Whether unlocking and resetting would work for one person now, and if not, the one thing to fix. Nothing is changed. */
export function ExplainPanel({ name }: { readonly name: string }) {
  const [asked, setAsked] = useState<Asked>({ kind: 'asking' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    setAsked({ kind: 'asking' });
    const become = (next: Asked) => {
      if (!leaving.signal.aborted) setAsked(next);
    };
    explain(name, leaving.signal)
      .then(become)
      .catch((cause: unknown) => become({ kind: 'trouble', says: reasonOf(cause) }));
    return () => leaving.abort();
  }, [name, round]);
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Looked up now, on the directory as it is. Nothing is changed by it."
          actions={
            <Button iconName="refresh" disabled={asked.kind === 'asking'} onClick={() => setRound(round + 1)}>
              Look again
            </Button>
          }
        >
          Would it work now?
        </Header>
      }
    >
      <Shown asked={asked} />
    </Container>
  );
}

async function explain(name: string, signal: AbortSignal): Promise<Asked> {
  const { explanation, sentences } = await api.call('POST /api/admin/explain', {
    body: { claim: name },
    signal,
  });
  return explanation ? { kind: 'explained', explanation } : { kind: 'not-one', sentences };
}

function Shown({ asked }: { readonly asked: Asked }) {
  switch (asked.kind) {
    case 'asking':
      return <Spinner />;
    case 'trouble':
      return (
        <Alert type="error" statusIconAriaLabel="Error" header="It could not be looked up">
          {asked.says}
        </Alert>
      );
    case 'not-one':
      return <Sentences sentences={asked.sentences} />;
    case 'explained':
      return <Explained explanation={asked.explanation} />;
  }
}

function Explained({ explanation }: { readonly explanation: Explanation }) {
  const { colour, fix, unaccepted, actions, conditions, rules, registration, domainController } = explanation;
  return (
    <SpaceBetween size="l">
      <ColourOf colour={colour} />
      {fix && (
        <Alert type="warning" statusIconAriaLabel="Warning" header="The one thing to put right first">
          {fix.sentence}
        </Alert>
      )}
      {unaccepted !== undefined && (
        <Alert type="info" statusIconAriaLabel="Info">
          {unaccepted}
        </Alert>
      )}
      <KeyValuePairs
        columns={2}
        items={[
          { label: 'Unlock', value: actions.unlock.sentence },
          { label: 'Reset', value: actions.reset.sentence },
          { label: 'Account', value: <Sentences sentences={conditions.map(({ sentence }) => sentence)} /> },
          { label: `Password rules (${rules.source})`, value: <Sentences sentences={rules.sentences} /> },
          { label: 'Proving themselves', value: <Sentences sentences={registration} /> },
          { label: 'As seen by', value: domainController },
        ]}
      />
    </SpaceBetween>
  );
}

const Sentences = ({ sentences }: { readonly sentences: readonly string[] }) =>
  sentences.length === 0 ? (
    '–'
  ) : (
    <ul>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
