import Alert from '@cloudscape-design/components/alert';
import Link from '@cloudscape-design/components/link';
import { useDraft } from '../draft.tsx';
import { linkTo } from '../hash.ts';
import { ConfigurationLayout } from '../parts/configuration-layout.tsx';
import { NEW } from '../parts/new-place.ts';
import { EditQuestion } from './edit-question.tsx';
import { NewQuestion } from './new-question.tsx';
import { QuestionList } from './question-list.tsx';
import { QuestionPage } from './question-page.tsx';
import { ReplaceQuestion } from './replace-question.tsx';

/** The question store: every question there is, with its texts and rules, archived ones too. */
export default function QuestionsScreen({ rest: [id, act] }: { readonly rest: readonly string[] }) {
  const { document } = useDraft();
  if (id === undefined) return <QuestionList />;
  if (id === NEW) return <NewQuestion />;
  const question = document.questions.find((one) => one.id === id);
  if (!question) return <NotThere id={id} />;
  if (act === 'edit') return <EditQuestion key={id} question={question} />;
  if (act === 'replace') return <ReplaceQuestion key={id} question={question} />;
  return <QuestionPage key={id} question={question} />;
}

const NotThere = ({ id }: { readonly id: string }) => (
  <ConfigurationLayout title="Question" description="It may be of another draft." paths={['/questions']}>
    <Alert type="info" statusIconAriaLabel="Info">
      There is no question “{id}”. <Link href={linkTo('questions')}>All questions</Link>
    </Alert>
  </ConfigurationLayout>
);
