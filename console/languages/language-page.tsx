import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useDraft } from '../draft.tsx';
import { linkTo } from '../hash.ts';
import { Listing } from '../parts/listing.tsx';
import { spoken } from '../parts/local-text.ts';
import { LanguageActs } from './language-acts.tsx';
import { Coverage, Offered, Reviewed } from './language-facts.tsx';
import type { LanguageRow } from './languages.ts';

/** One language: how far it has come, and the questions that have no text in it. */
export function LanguagePage({ language }: { readonly language: LanguageRow }) {
  const { readOnly } = useDraft();
  const { name, direction } = language;
  return (
    <SpaceBetween size="l">
      <Link href={linkTo('languages')}>Back to all languages</Link>
      <Container
        header={
          <Header variant="h2" actions={!readOnly && <LanguageActs language={language} />}>
            {name}
          </Header>
        }
      >
        <KeyValuePairs
          columns={4}
          items={[
            { label: 'Texts', value: <Coverage language={language} /> },
            { label: 'Read', value: <Reviewed language={language} /> },
            { label: 'Offered', value: <Offered language={language} /> },
            { label: 'Written from', value: direction === 'rtl' ? 'right to left' : 'left to right' },
          ]}
        />
      </Container>
      <WithoutText language={language} />
    </SpaceBetween>
  );
}

function WithoutText({ language }: { readonly language: LanguageRow }) {
  const { document } = useDraft();
  const { default: first } = document.languages;
  const missing = document.questions
    .filter(({ id }) => language.questionsWithoutText.includes(id))
    .map(({ id, texts }) => ({ id, text: spoken(texts, first, first)?.text ?? id }));
  return (
    <Listing<(typeof missing)[number]>
      title={`Questions without text in ${language.name}`}
      description="People who read this language see them in the default language."
      items={missing}
      keyOf={({ id }) => id}
      textOf={({ id, text }) => `${id} ${text}`}
      empty={`Every question has a text in ${language.name}.`}
      columns={[
        {
          id: 'question',
          header: 'Question',
          isRowHeader: true,
          cell: ({ id, text }) => <Link href={linkTo('questions', id)}>{text}</Link>,
        },
        { id: 'id', header: 'Id', cell: ({ id }) => id },
      ]}
    />
  );
}
