import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useDraft } from '../draft.tsx';
import { languageName } from '../parts/language-name.ts';
import { spoken } from '../parts/local-text.ts';
import { usePreviewLanguage } from '../parts/preview-language.tsx';

/** What people are asked to register, as they read it in a language; says where a text is missing. */
export function QuestionnairePreview() {
  const { document } = useDraft();
  const { language, field } = usePreviewLanguage();
  return (
    <Container header={<Header variant="h2">Preview</Header>}>
      <SpaceBetween size="l">
        {field}
        {document.questionnaire.items.length === 0 ? (
          <Box color="text-body-secondary">It asks nothing.</Box>
        ) : (
          <ol>
            {document.questionnaire.items.map((item) =>
              'question' in item ? (
                <li key={`question ${item.question}`}>
                  <Asked id={item.question} language={language} />
                </li>
              ) : (
                <li key={`group ${item.group}`}>
                  <Choice id={item.group} language={language} />
                </li>
              ),
            )}
          </ol>
        )}
      </SpaceBetween>
    </Container>
  );
}

function Choice({ id, language }: { readonly id: string; readonly language: string }) {
  const { document } = useDraft();
  const group = document.groups.find((one) => one.id === id);
  if (!group) return <StatusIndicator type="error">Group “{id}” does not exist</StatusIndicator>;
  return (
    <>
      <Box color="text-body-secondary">
        Choose and answer {group.answer} of these {group.questions.length}:
      </Box>
      <ul>
        {group.questions.map((question) => (
          <li key={question}>
            <Asked id={question} language={language} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Asked({ id, language }: { readonly id: string; readonly language: string }) {
  const { document } = useDraft();
  const question = document.questions.find((one) => one.id === id);
  if (!question) return <StatusIndicator type="error">Question “{id}” does not exist</StatusIndicator>;
  const text = spoken(question.texts, language, document.languages.default);
  return (
    <>
      <span lang={text?.language ?? language} dir="auto">
        {text?.text ?? id}
      </span>{' '}
      {text?.language !== language && (
        <StatusIndicator type="warning">No text in {languageName(language)}</StatusIndicator>
      )}
    </>
  );
}
