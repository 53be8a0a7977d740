import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ComponentType } from 'react';
import { useDraft } from '../draft.tsx';
import { useNotices } from '../notices.tsx';
import { METHOD_WORDS, type Method } from '../parts/method-words.ts';
import { SaveActions } from '../parts/save-actions.tsx';
import { TextsField } from '../parts/texts-field.tsx';
import { Unsaved } from '../parts/unsaved.tsx';
import { useForm } from '../parts/use-form.ts';
import { FIELDS } from './fields.tsx';
import type { FieldsProps } from './fields-props.ts';
import { isFit, typedOf } from './form.ts';
import { withSettings, type Settings } from './settings.ts';

const OUR_WORDS = 'Empty: the product’s own words, in each language.';

/** What is set of a method, and the administrators' own words for it; kept together. */
export function MethodForm<M extends Method>(props: {
  readonly method: M;
  /** As it is in the draft, or in force. */
  readonly setting: Settings[M];
}) {
  const { method, setting } = props;
  const { document, edit, readOnly } = useDraft();
  const notices = useNotices();
  const { mine, dirty, change } = useForm(typedOf(setting));
  const [tried, setTried] = useState(false);
  const Fields: ComponentType<FieldsProps<M>> = FIELDS[method];
  const save = async () => {
    setTried(true);
    if (!isFit(mine.setting, document.languages.default)) {
      notices.refused('Not saved', 'Put right what is marked on this screen first.');
      return false;
    }
    const kept = await edit((now) => withSettings(now, method, mine.setting, mine));
    if (kept)
      notices.done(`“${METHOD_WORDS[method]}” is saved in your draft. It is in force once you publish it.`);
    return kept;
  };
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">Settings</Header>}>
        <SpaceBetween size="l">
          <Fields
            setting={mine.setting}
            showErrors={tried}
            onChange={(part) => change({ setting: { ...mine.setting, ...part } })}
          />
        </SpaceBetween>
      </Container>
      <Container
        header={
          <Header
            variant="h2"
            description="What people read where they choose how to prove themselves. Only where the product’s own words do not fit."
          >
            In your own words
          </Header>
        }
      >
        <SpaceBetween size="l">
          <TextsField
            label="Name"
            texts={mine.name}
            otherwise={OUR_WORDS}
            partial
            folded
            showErrors={false}
            onChange={(name) => change({ name })}
          />
          <TextsField
            label="Description"
            texts={mine.description}
            otherwise={OUR_WORDS}
            partial
            folded
            showErrors={false}
            onChange={(description) => change({ description })}
          />
        </SpaceBetween>
      </Container>
      {!readOnly && <SaveActions onSave={save} disabled={!dirty} />}
      <Unsaved is={dirty} />
    </SpaceBetween>
  );
}
