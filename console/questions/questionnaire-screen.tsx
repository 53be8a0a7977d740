import { useDraft } from '../draft.tsx';
import { ConfigurationLayout } from '../parts/configuration-layout.tsx';
import { AskingForm } from './asking-form.tsx';
import { QuestionnaireItems } from './questionnaire-items.tsx';
import { QuestionnairePreview } from './questionnaire-preview.tsx';

/** What people register, in its order, and how it is asked of them. */
export default function QuestionnaireScreen() {
  const { inForce } = useDraft();
  const earlier = inForce.earlierQuestionnaires.map(
    ({ version, acceptedUntil }) =>
      `Answers to version ${version} are good until ${acceptedUntil.slice(0, 16).replace('T', ', ')} UTC.`,
  );
  return (
    <ConfigurationLayout
      title="Questionnaire"
      description={[
        `Version ${inForce.questionnaireVersion} is in force. Adding, removing or replacing a question makes a new version, and people register again by a date you set; order and wording do not.`,
        ...earlier,
      ].join(' ')}
      paths={['/questionnaire']}
    >
      <QuestionnaireItems />
      <AskingForm />
      <QuestionnairePreview />
    </ConfigurationLayout>
  );
}
