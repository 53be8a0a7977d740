import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { Question } from '../../client/client.ts';
import { useDraft } from '../draft.tsx';
import { go, linkTo } from '../hash.ts';
import { useNotices } from '../notices.tsx';
import { ConfigurationLayout } from '../parts/configuration-layout.tsx';
import { languageName } from '../parts/language-name.ts';
import { languagesOf } from '../parts/local-text.ts';
import { AnsweredCount } from './answered-count.tsx';
import { PutAwayQuestion, type PuttingAway } from './put-away-question.tsx';
import { questionName, unarchived, usesOf } from './question-uses.ts';
import { guessabilityWords, lengthWords } from './question-words.ts';

/** One question: its texts, its rules, where it is used; and what can be done with it. */
export function QuestionPage({ question }: { readonly question: Question }) {
  const { document, inForce, edit } = useDraft();
  const notices = useNotices();
  const [putting, setPutting] = useState<PuttingAway>();
  const { id, texts, archived = false } = question;
  const isNew = !inForce.document.questions.some((one) => one.id === id);
  const takeOut = async () => {
    if (await edit((now) => unarchived(now, id)))
      notices.done(
        'Out of the archive in your draft. It is asked once the questionnaire or a group holds it.',
      );
  };
  return (
    <ConfigurationLayout
      title={questionName(id, document)}
      description={archived ? 'Archived: no questionnaire may ask it any more.' : 'A question of the store.'}
      paths={[`/questions/${document.questions.indexOf(question)}`]}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button href={linkTo('questions', id, 'edit')}>Edit text</Button>
          {!archived && <Button href={linkTo('questions', id, 'replace')}>Replace question</Button>}
          {archived ? (
            <Button onClick={() => void takeOut()}>Take out of the archive</Button>
          ) : (
            <Button onClick={() => setPutting('archive')}>Archive</Button>
          )}
          {isNew && <Button onClick={() => setPutting('delete')}>Delete</Button>}
        </SpaceBetween>
      }
    >
      <Container header={<Header variant="h2">Texts</Header>}>
        <KeyValuePairs
          columns={1}
          items={languagesOf(texts, document.languages).map((language) => ({
            label: languageName(language),
            value: <Text texts={texts} language={language} />,
          }))}
        />
      </Container>
      <Container header={<Header variant="h2">Rules and use</Header>}>
        <KeyValuePairs
          columns={2}
          items={[
            { label: 'Answer', value: lengthWords(question) },
            { label: 'Guessability', value: guessabilityWords(question) },
            { label: 'Used in', value: usesOf(id, document).join(', ') || 'Nowhere' },
            { label: 'Id', value: <Box variant="code">{id}</Box> },
            {
              label: 'Answered by',
              value: isNew ? 'Nobody: it was never in force' : <AnsweredCount id={id} />,
            },
          ]}
        />
      </Container>
      <PutAwayQuestion
        question={question}
        putting={putting}
        onClose={() => setPutting(undefined)}
        onDone={(how) => (how === 'delete' ? go('questions') : undefined)}
      />
    </ConfigurationLayout>
  );
}

const Text = (props: { readonly texts: Question['texts']; readonly language: string }) => {
  const text = props.texts[props.language] ?? '';
  return text.trim() === '' ? (
    <Box color="text-status-warning">No text yet</Box>
  ) : (
    <span lang={props.language} dir="auto">
      {text}
    </span>
  );
};
