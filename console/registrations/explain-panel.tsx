import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Explanation } from '../../client/client.ts';
import { Sentences } from '../parts/sentences.tsx';
import { ColourOf } from '../pre-flight/colour-of.tsx';

/** Whether unlocking and resetting would work for one person now, and if not, the one thing to fix. Nothing is changed by looking. */
export function ExplainPanel(props: {
  readonly explanation: Explanation;
  readonly looking: boolean;
  readonly again: () => void;
}) {
  const { explanation, looking, again } = props;
  const { colour, fix, unaccepted, domainController } = explanation;
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={`As ${domainController} shows the account now. Nothing is changed by looking.`}
          actions={
            <Button iconName="refresh" loading={looking} loadingText="Looking" onClick={again}>
              Look again
            </Button>
          }
        >
          Would it work now?
        </Header>
      }
    >
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
        <Facts explanation={explanation} />
      </SpaceBetween>
    </Container>
  );
}

const Facts = ({
  explanation: { actions, fix, conditions, rules, registration },
}: {
  readonly explanation: Explanation;
}) => {
  const outlook = ({ sentence }: { readonly sentence: string }) =>
    sentence === fix?.sentence ? 'Would not work, for the reason above.' : sentence;
  return (
    <KeyValuePairs
      columns={2}
      items={[
        { label: 'Unlock', value: outlook(actions.unlock) },
        { label: 'Reset', value: outlook(actions.reset) },
        { label: 'Account', value: <Sentences sentences={conditions.map(({ sentence }) => sentence)} /> },
        { label: 'Password rules', value: <Sentences sentences={rules.sentences} /> },
        { label: 'Proving themselves', value: <Sentences sentences={registration} /> },
      ]}
    />
  );
};
