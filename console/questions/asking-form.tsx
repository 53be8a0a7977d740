import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { QuestionnairePlan } from '../../client/client.ts';
import { useDraft, type Document } from '../draft.tsx';
import { useNotices } from '../notices.tsx';
import { NumberField } from '../parts/number-field.tsx';
import { SaveActions } from '../parts/save-actions.tsx';
import { Unsaved } from '../parts/unsaved.tsx';
import { useForm } from '../parts/use-form.ts';

type Asking = Pick<QuestionnairePlan, 'ask' | 'minimumAnswers' | 'maskAnswers'>;

/** How many answers the questionnaire takes from everybody. */
const answersTaken = ({ questionnaire, groups }: Document): number =>
  questionnaire.items.reduce(
    (sum, item) => sum + ('question' in item ? 1 : (groups.find(({ id }) => id === item.group)?.answer ?? 0)),
    0,
  );

const askingOf = ({ ask, minimumAnswers, maskAnswers }: QuestionnairePlan): Asking => ({
  ...(ask !== undefined && { ask }),
  minimumAnswers,
  maskAnswers,
});

/** How many answers are asked for at recovery, the fewest there may be, and whether they are hidden while typed. */
export function AskingForm() {
  const { document, edit, readOnly } = useDraft();
  const notices = useNotices();
  const { mine, dirty, change, replace } = useForm(askingOf(document.questionnaire));
  const taken = answersTaken(document);
  const { ask, ...all } = mine;
  const fits = (ask === undefined || (ask >= 1 && ask <= taken)) && mine.minimumAnswers <= taken;
  const save = async () => {
    if (!fits) return false;
    const kept = await edit((now) => {
      const { ask: _, ...rest } = now.questionnaire;
      return { ...now, questionnaire: { ...rest, ...mine } };
    });
    if (kept) notices.done('How the questionnaire is asked is saved in your draft.');
    return kept;
  };
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={`Everybody registers ${taken === 1 ? '1 answer' : `${taken} answers`}.`}
        >
          How it is asked
        </Header>
      }
    >
      <SpaceBetween size="l">
        <FormField label="At recovery, ask for">
          <RadioGroup
            value={ask === undefined ? 'all' : 'some'}
            readOnly={readOnly}
            items={[
              { value: 'all', label: 'All of somebody’s answers' },
              { value: 'some', label: 'Some of them' },
            ]}
            onChange={({ detail }) =>
              replace(detail.value === 'all' ? all : { ...all, ask: Math.max(1, taken) })
            }
          />
        </FormField>
        {ask !== undefined && (
          <NumberField
            label="Number asked"
            value={Number.isNaN(ask) ? undefined : ask}
            least={1}
            most={taken}
            disabled={readOnly}
            onChange={(value) => change({ ask: value ?? Number.NaN })}
          />
        )}
        <NumberField
          label="Minimum answers"
          description="A guard against careless edits: a questionnaire that takes fewer can’t be published."
          value={Number.isNaN(mine.minimumAnswers) ? undefined : mine.minimumAnswers}
          least={0}
          most={taken}
          disabled={readOnly}
          onChange={(value) => change({ minimumAnswers: value ?? Number.NaN })}
        />
        <Checkbox
          checked={mine.maskAnswers}
          disabled={readOnly}
          description="With a Show button beside each, which people can press when nobody looks on."
          onChange={({ detail }) => change({ maskAnswers: detail.checked })}
        >
          Hide answers while they are typed
        </Checkbox>
        {!readOnly && <SaveActions onSave={save} disabled={!dirty || !fits} />}
      </SpaceBetween>
      <Unsaved is={dirty} />
    </Container>
  );
}
