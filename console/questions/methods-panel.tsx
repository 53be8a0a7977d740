import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import { useDraft, type Document } from '../draft.tsx';
import { METHOD_WORDS, type Method } from '../parts/method-words.ts';

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
export function MethodsPanel() {
  const { document, edit, readOnly } = useDraft();
  const { methods } = document;
  return (
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
        {methods['email-code'].on && (
          <FormField
            label="Codes go to"
            warningText={
              methods['email-code'].addresses === 'confirmed-or-directory'
                ? 'The mailbox in Active Directory often opens with the very password that was forgotten.'
                : undefined
            }
          >
            <RadioGroup
              value={methods['email-code'].addresses}
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
                void edit((now) =>
                  addressed(now, detail.value === 'confirmed' ? 'confirmed' : 'confirmed-or-directory'),
                )
              }
            />
          </FormField>
        )}
      </SpaceBetween>
    </Container>
  );
}

function MethodSwitch({ method }: { readonly method: Method }) {
  const { document, edit, readOnly } = useDraft();
  const askedIn = document.userConfigurations
    .filter(({ actions }) =>
      [actions.unlock, actions.reset].some(
        ({ offered, required, optional }) => offered && [...required, ...optional].includes(method),
      ),
    )
    .map(({ name }) => `“${name}”`);
  return (
    <Toggle
      checked={document.methods[method].on}
      disabled={readOnly}
      description={
        askedIn.length > 0 ? `Asked for in ${askedIn.join(', ')}.` : 'No user configuration asks for it.'
      }
      onChange={({ detail }) => void edit((now) => switched(now, method, detail.checked))}
    >
      {METHOD_WORDS[method]}
    </Toggle>
  );
}
