import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { useState } from 'react';
import type { Question } from '../../client/client.ts';
import { useDraft } from '../draft.tsx';
import { go, linkTo } from '../hash.ts';
import { useNotices } from '../notices.tsx';
import { ConfigurationLayout } from '../parts/configuration-layout.tsx';
import { derivedId, idTrouble } from '../parts/derived-id.ts';
import { IdField } from '../parts/id-field.tsx';
import { SaveActions } from '../parts/save-actions.tsx';
import { Unsaved } from '../parts/unsaved.tsx';
import { QuestionFields } from './question-fields.tsx';
import { questionName, replaced, usesOf } from './question-uses.ts';
import { useQuestionForm } from './use-question-form.ts';

/** Another question in all places of one: a new id, since answers to the one are none to the other. */
export function ReplaceQuestion({ question }: { readonly question: Question }) {
  const { document, edit } = useDraft();
  const notices = useNotices();
  const [start] = useState<Question>(() => replacementOf(question));
  const form = useQuestionForm(start, document.languages.default);
  const [ownId, setOwnId] = useState<string>();
  const [tried, setTried] = useState(false);
  const taken = document.questions.map(({ id }) => id);
  const text = form.question.texts[document.languages.default] ?? '';
  const id = ownId ?? (text === '' ? '' : derivedId(text, taken));
  const uses = usesOf(question.id, document);
  const save = async () => {
    setTried(true);
    if (!form.isComplete || idTrouble(id, taken) !== undefined) return false;
    if (!(await edit((now) => replaced(now, question.id, { ...form.question, id })))) return false;
    notices.done('Replaced in your draft. The question that was there is archived.');
    go('questions', id);
    return true;
  };
  return (
    <ConfigurationLayout
      title="Replace question"
      description={questionName(question.id, document)}
      paths={[]}
    >
      <Alert
        type="warning"
        statusIconAriaLabel="Warning"
        header="Answers to the question before do not count for this one"
        action={<Button href={linkTo('questions', question.id, 'edit')}>Edit text instead</Button>}
      >
        {uses.length === 0
          ? 'It is used nowhere, so nobody has to register again.'
          : `The new question takes its place (${uses.join(', ')}). Whoever answered it has to register again; when you publish, you say until when their present answers are good.`}{' '}
        The question before is archived, not deleted.
      </Alert>
      <QuestionFields
        question={form.mine}
        onChange={form.change}
        onRate={form.rate}
        showErrors={tried}
        idField={<IdField id={id} isNew taken={taken} onChange={setOwnId} />}
      />
      <SaveActions label="Replace in draft" onSave={save} onCancel={() => go('questions', question.id)} />
      <Unsaved is={form.dirty} />
    </ConfigurationLayout>
  );
}

/** Rules are kept, words are not: what means something else has to be written anew in every language. */
const replacementOf = ({ minimumLength, caseSensitive }: Question): Question => ({
  id: '',
  texts: {},
  minimumLength,
  caseSensitive,
});
