import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useDraft } from '../draft.tsx';
import { languageName } from './language-name.ts';
import { languagesOf, says, type LocalText } from './local-text.ts';

interface TextsFieldProps {
  /** What the text is: `Question`, `Help line`. */
  readonly label: string;
  readonly description?: string;
  readonly texts: LocalText;
  readonly onChange: (texts: LocalText) => void;
  /** Where there may be no text at all: what people see then. */
  readonly otherwise?: string;
  /** Whether people see `otherwise` in the default language too, though there are texts in others. */
  readonly partial?: boolean;
  readonly showErrors: boolean;
  /** Whether the languages besides the default one are folded away at first. */
  readonly folded?: boolean;
}

/** One text in every language: a field each, the default language first. */
export function TextsField(props: TextsFieldProps) {
  const { texts, folded = false } = props;
  const { languages } = useDraft().document;
  const [first = languages.default, ...others] = languagesOf(texts, languages);
  const there = others.filter((language) => says(texts, language)).length;
  const rest = others.map((language) => <OneText key={language} {...props} language={language} />);
  return (
    <SpaceBetween size="s">
      <OneText {...props} language={first} />
      {!folded && rest}
      {folded && rest.length > 0 && (
        <ExpandableSection
          headerText={`${props.label} in other languages: ${there} of ${others.length} written`}
        >
          <SpaceBetween size="s">{rest}</SpaceBetween>
        </ExpandableSection>
      )}
    </SpaceBetween>
  );
}

function OneText(props: TextsFieldProps & { readonly language: string }) {
  const { label, description, texts, otherwise, partial = false, showErrors, language } = props;
  const { document, readOnly } = useDraft();
  const fallback = document.languages.default;
  const isFirst = language === fallback;
  const needed =
    isFirst &&
    !partial &&
    (otherwise === undefined || Object.values(texts).some((text) => text.trim() !== ''));
  const isThere = says(texts, language);
  const instead = needed || otherwise === undefined || says(texts, fallback);
  return (
    <FormField
      stretch
      label={`${label} in ${languageName(language)}`}
      {...(isFirst && description !== undefined && { description })}
      errorText={
        showErrors && needed && !isThere
          ? `Write it in ${languageName(fallback)}, the default language.`
          : undefined
      }
      constraintText={isThere || needed ? undefined : instead ? seenInstead(language, fallback) : otherwise}
    >
      <Input
        value={texts[language] ?? ''}
        readOnly={readOnly}
        ariaRequired={needed}
        nativeInputAttributes={{ lang: language, dir: 'auto', maxLength: 500 }}
        onChange={({ detail }) => props.onChange({ ...texts, [language]: detail.value })}
      />
    </FormField>
  );
}

const seenInstead = (language: string, fallback: string): string =>
  `No text yet: people who read ${languageName(language)} see the text in ${languageName(fallback)}.`;
