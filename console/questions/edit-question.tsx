import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { useState } from 'react';
import type { Question } from '../../client/client.ts';
import { useDraft } from '../draft.tsx';
import { go, linkTo } from '../hash.ts';
import { useNotices } from '../notices.tsx';
import { ConfigurationLayout } from '../parts/configuration-layout.tsx';
import { put } from '../parts/ordering.ts';
import { SaveActions } from '../parts/save-actions.tsx';
import { Unsaved } from '../parts/unsaved.tsx';
import { QuestionFields } from './question-fields.tsx';
import { questionName } from './question-uses.ts';
import { useQuestionForm } from './use-question-form.ts';

/** Words the same question better: whoever answered it need do nothing. */
export function EditQuestion({ question }: { readonly question: Question }) {
  const { document, edit } = useDraft();
  const notices = useNotices();
  const form = useQuestionForm(question, document.languages.default);
  const [tried, setTried] = useState(false);
  const { id } = question;
  const save = async () => {
    setTried(true);
    if (!form.isComplete) return false;
    const kept = await edit((now) => ({ ...now, questions: put(now.questions, form.question) }));
    if (!kept) return false;
    notices.done('The text is saved in your draft. Answers already given stay good.');
    go('questions', id);
    return true;
  };
  return (
    <ConfigurationLayout
      title="Edit text"
      description={questionName(id, document)}
      paths={[`/questions/${document.questions.findIndex((one) => one.id === id)}`]}
    >
      <Alert
        type="warning"
        statusIconAriaLabel="Warning"
        header="Change the wording, not the meaning"
        action={
          question.archived ? undefined : (
            <Button href={linkTo('questions', id, 'replace')}>Replace question</Button>
          )
        }
      >
        If the meaning changes, answers already given become wrong: use Replace. Minimum length and capitals
        apply to answers given from now on.
      </Alert>
      <QuestionFields question={form.mine} onChange={form.change} onRate={form.rate} showErrors={tried} />
      <SaveActions
        label="Save text to draft"
        onSave={save}
        onCancel={() => go('questions', id)}
        disabled={!form.dirty}
      />
      <Unsaved is={form.dirty} />
    </ConfigurationLayout>
  );
}
