import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import { useDraft } from '../draft.tsx';
import { OneOf } from '../methods/one-of.tsx';
import { useNotices } from '../notices.tsx';
import { ConfigurationLayout } from '../parts/configuration-layout.tsx';
import { SaveActions } from '../parts/save-actions.tsx';
import { ToldPanel } from '../parts/told-panel.tsx';
import { Unsaved } from '../parts/unsaved.tsx';
import { useForm } from '../parts/use-form.ts';
import { BudgetPanel } from './budget-panel.tsx';
import { CountriesTable } from './countries-table.tsx';
import { isFit, typedOf, withTexts, type Numbers } from './form.ts';

/** To whom texts may go, and how many: what stands between the page and the telephone bill. */
export default function TextMessagesScreen() {
  const { document, edit, readOnly } = useDraft();
  const notices = useNotices();
  const { mine, dirty, change, replace } = useForm(typedOf(document.textMessages));
  const save = async () => {
    const next = mine.on ? mine : typedOf(undefined);
    if (!(await edit((now) => withTexts(now, next)))) return false;
    replace(next);
    notices.done('To whom texts may go is saved in your draft. It is in force once you publish it.');
    return true;
  };
  return (
    <ConfigurationLayout
      title="Text messages"
      description="To whom codes may go by text, and how many. Every text costs money; a code by e-mail, an app or a passkey costs none."
      paths={['/textMessages']}
    >
      <SwitchPanel on={mine.on} onChange={(on) => change({ on })} />
      {mine.on && (
        <SpaceBetween size="l">
          <CountriesTable countries={mine.countries} onChange={(countries) => change({ countries })} />
          <NumbersPanel numbers={mine.numbers} onChange={(numbers) => change({ numbers })} />
          <BudgetPanel budget={mine} onChange={change} />
        </SpaceBetween>
      )}
      {!readOnly && <SaveActions onSave={save} disabled={!dirty || !isFit(mine)} />}
      <Unsaved is={dirty} />
      <ToldPanel
        section="textMessages"
        id="textMessages"
        isAbout={(warning) => warning.includes('mobile attribute')}
      />
    </ConfigurationLayout>
  );
}

function SwitchPanel(props: { readonly on: boolean; readonly onChange: (on: boolean) => void }) {
  const { readOnly } = useDraft();
  return (
    <Container header={<Header variant="h2">Whether texts are sent</Header>}>
      <SpaceBetween size="l">
        <Toggle
          checked={props.on}
          disabled={readOnly}
          description="While this is off, no text is ever sent, and no method can be on that sends texts."
          onChange={({ detail }) => props.onChange(detail.checked)}
        >
          Send text messages
        </Toggle>
      </SpaceBetween>
    </Container>
  );
}

const NumbersPanel = (props: {
  readonly numbers: Numbers;
  readonly onChange: (numbers: Numbers) => void;
}) => (
  <Container header={<Header variant="h2">Whose numbers</Header>}>
    <OneOf<Numbers>
      label="Codes go to"
      value={props.numbers}
      options={{
        confirmed: 'Numbers that people have confirmed',
        'confirmed-or-directory':
          'Numbers that people have confirmed; for those without one, the mobile number in Active Directory',
      }}
      warning={
        props.numbers === 'confirmed-or-directory'
          ? 'Nobody has proved to reach the number in Active Directory, and whoever may write it there gets the codes. Keep to confirmed numbers if you can.'
          : undefined
      }
      onChange={props.onChange}
    />
  </Container>
);
