import { useState } from 'react';
import type { Question } from '../../client/client.ts';
import { useDraft } from '../draft.tsx';
import { go } from '../hash.ts';
import { useNotices } from '../notices.tsx';
import { ConfigurationLayout } from '../parts/configuration-layout.tsx';
import { derivedId, idTrouble } from '../parts/derived-id.ts';
import { IdField } from '../parts/id-field.tsx';
import { put } from '../parts/ordering.ts';
import { SaveActions } from '../parts/save-actions.tsx';
import { Unsaved } from '../parts/unsaved.tsx';
import { QuestionFields } from './question-fields.tsx';
import { useQuestionForm } from './use-question-form.ts';

const EMPTY: Question = { id: '', texts: {}, minimumLength: 3, caseSensitive: false };

/** Writes a question into the store; nobody is asked it yet. */
export function NewQuestion() {
  const { document, edit } = useDraft();
  const notices = useNotices();
  const form = useQuestionForm(EMPTY, document.languages.default);
  const [ownId, setOwnId] = useState<string>();
  const [tried, setTried] = useState(false);
  const taken = document.questions.map(({ id }) => id);
  const text = form.question.texts[document.languages.default] ?? '';
  const id = ownId ?? (text === '' ? '' : derivedId(text, taken));
  const save = async () => {
    setTried(true);
    if (!form.isComplete || idTrouble(id, taken) !== undefined) return false;
    const kept = await edit((now) => ({ ...now, questions: put(now.questions, { ...form.question, id }) }));
    if (!kept) return false;
    notices.done('The question is in your draft. Put it into the questionnaire or a group to have it asked.');
    go('questions', id);
    return true;
  };
  return (
    <ConfigurationLayout
      title="New question"
      description="It joins the question store. Nobody is asked it until the questionnaire or one of its groups holds it."
      paths={[]}
    >
      <QuestionFields
        question={form.mine}
        onChange={form.change}
        onRate={form.rate}
        showErrors={tried}
        idField={<IdField id={id} isNew taken={taken} onChange={setOwnId} />}
      />
      <SaveActions onSave={save} onCancel={() => go('questions')} />
      <Unsaved is={form.dirty} />
    </ConfigurationLayout>
  );
}
