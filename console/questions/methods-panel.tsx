import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import { useDraft, type Document } from '../draft.tsx';
import { METHOD_WORDS, type Method } from '../parts/method-words.ts';
import { useAtOnce } from '../parts/use-at-once.ts';

type Addresses = Document['methods']['email-code']['addresses'];

const switched = (document: Document, method: Method, on: boolean): Document => ({
  ...document,
  methods: { ...document.methods, [method]: { ...document.methods[method], on } },
});

const addressed = (document: Document, addresses: Addresses): Document => ({
  ...document,
  methods: { ...document.methods, 'email-code': { ...document.methods['email-code'], addresses } },
});

/** Which verification methods there are at all. Every change is kept in the draft at once. */
export const MethodsPanel = () => (
  <Container
    header={
      <Header
        variant="h2"
        description="What is off here can’t be asked for in any user configuration. Changes here are saved in your draft at once."
      >
        Verification methods
      </Header>
    }
  >
    <SpaceBetween size="l">
      <MethodSwitch method="security-answers" />
      <MethodSwitch method="email-code" />
      <AddressesOfCodes />
    </SpaceBetween>
  </Container>
);

function MethodSwitch({ method }: { readonly method: Method }) {
  const { document, edit, readOnly } = useDraft();
  const [on, choose] = useAtOnce(document.methods[method].on, (value) =>
    edit((now) => switched(now, method, value)),
  );
  const askedIn = document.userConfigurations
    .filter(({ actions }) =>
      [actions.unlock, actions.reset].some(
        ({ offered, required, optional }) => offered && [...required, ...optional].includes(method),
      ),
    )
    .map(({ name }) => `“${name}”`);
  return (
    <Toggle
      checked={on}
      disabled={readOnly}
      description={
        askedIn.length === 0
          ? 'No user configuration asks for it.'
          : `Asked for in ${askedIn.join(', ')}${on ? '.' : ': take it out there before you publish.'}`
      }
      onChange={({ detail }) => choose(detail.checked)}
    >
      {METHOD_WORDS[method]}
    </Toggle>
  );
}

function AddressesOfCodes() {
  const { document, edit, readOnly } = useDraft();
  const { on, addresses } = document.methods['email-code'];
  const [shown, choose] = useAtOnce<Addresses>(addresses, (value) => edit((now) => addressed(now, value)));
  if (!on) return null;
  return (
    <FormField
      label="Codes go to"
      warningText={
        shown === 'confirmed-or-directory'
          ? 'The mailbox in Active Directory often opens with the very password that was forgotten.'
          : undefined
      }
    >
      <RadioGroup
        value={shown}
        readOnly={readOnly}
        items={[
          { value: 'confirmed', label: 'Addresses that people have confirmed' },
          {
            value: 'confirmed-or-directory',
            label:
              'Addresses that people have confirmed; for those without one, the address in Active Directory',
          },
        ]}
        onChange={({ detail }) =>
          choose(detail.value === 'confirmed' ? 'confirmed' : 'confirmed-or-directory')
        }
      />
    </FormField>
  );
}
