import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useDraft } from '../draft.tsx';
import { languageName } from './language-name.ts';
import { languagesOf, type LocalText } from './local-text.ts';

/** One text in every language: a field each, the default language first. */
export function TextsField(props: {
  /** What the text is: `Question`, `Help line`. */
  readonly label: string;
  readonly description?: string;
  readonly texts: LocalText;
  readonly onChange: (texts: LocalText) => void;
  /** What people see where there is no text at all; the default language must have one when this is left out. */
  readonly otherwise?: string;
  readonly showErrors: boolean;
}) {
  const { label, texts, otherwise, showErrors } = props;
  const { document, readOnly } = useDraft();
  const { languages } = document;
  const first = languageName(languages.default);
  const needed = (language: string) => language === languages.default && otherwise === undefined;
  const isThere = (language: string) => (texts[language] ?? '').trim() !== '';
  const someThere = Object.values(texts).some((text) => text.trim() !== '');
  return (
    <SpaceBetween size="s">
      {languagesOf(texts, languages).map((language) => (
        <FormField
          key={language}
          stretch
          label={`${label} in ${languageName(language)}`}
          {...(language === languages.default &&
            props.description !== undefined && { description: props.description })}
          errorText={
            showErrors && needed(language) && !isThere(language)
              ? `Write it in ${first}, the default language.`
              : undefined
          }
          constraintText={
            isThere(language) || needed(language)
              ? undefined
              : someThere || otherwise === undefined
                ? `No text yet: people who read ${languageName(language)} see the text in ${first}.`
                : otherwise
          }
        >
          <Input
            value={texts[language] ?? ''}
            readOnly={readOnly}
            ariaRequired={needed(language)}
            nativeInputAttributes={{ lang: language, dir: 'auto', maxLength: 500 }}
            onChange={({ detail }) => props.onChange({ ...texts, [language]: detail.value })}
          />
        </FormField>
      ))}
    </SpaceBetween>
  );
}
