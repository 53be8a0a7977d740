import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import { useOffered, type Offered } from './offered.ts';

/** What post actions can be made of; the deployment says it. */
export function OfferedPanel() {
  const offered = useOffered();
  return (
    <Container
      header={
        <Header variant="h2" description="Set in the deployment’s settings, and not here.">
          What the deployment offers
        </Header>
      }
    >
      <KeyValuePairs columns={3} items={offered.map((one) => ({ label: one.name, value: there(one) }))} />
    </Container>
  );
}

function there({ isThere, choices, missing }: Offered): string {
  if (!isThere) return missing;
  return choices.length > 0 ? choices.join(', ') : 'The topic is there.';
}
