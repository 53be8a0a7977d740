import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { OneOf } from '../methods/one-of.tsx';
import type { Way } from './form.ts';

/** By what people say who they are. */
export const WayPanel = (props: { readonly way: Way; readonly onChange: (way: Way) => void }) => (
  <Container
    header={
      <Header
        variant="h2"
        description="Which ways of writing a name are taken, such as an e-mail address, is set in the deployment."
      >
        Who are you?
      </Header>
    }
  >
    <OneOf<Way>
      label="People say it"
      value={props.way}
      options={{
        name: 'By their user name',
        besides: 'By their user name, or by the fields below instead',
        alone: 'By the fields below; a name is not asked for',
      }}
      onChange={props.onChange}
    />
  </Container>
);
