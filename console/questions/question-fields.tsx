import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import type { Question } from '../../client/client.ts';
import { NumberField } from '../parts/number-field.tsx';
import { TextsField } from '../parts/texts-field.tsx';
import { GUESSABILITY } from './question-words.ts';

const RATINGS = [
  { value: '', label: 'Not rated' },
  ...Object.entries(GUESSABILITY).map(([value, label]) => ({ value, label })),
];

/** Everything of a question that can be typed: its texts, what an answer must be, and how easily it is guessed. */
export function QuestionFields(props: {
  readonly question: Question;
  readonly onChange: (part: Partial<Question>) => void;
  readonly onRate: (guessability: Question['guessability']) => void;
  readonly showErrors: boolean;
  /** The id, where it can be chosen. */
  readonly idField?: ReactNode;
}) {
  const { question, onChange, onRate, showErrors, idField } = props;
  const rating = RATINGS.find(({ value }) => value === (question.guessability ?? '')) ?? null;
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header
            variant="h2"
            description="Ask for what stays true, is remembered, and others cannot look up."
          >
            Texts
          </Header>
        }
      >
        <SpaceBetween size="l">
          <TextsField
            label="Question"
            texts={question.texts}
            showErrors={showErrors}
            onChange={(texts) => onChange({ texts })}
          />
          {idField}
        </SpaceBetween>
      </Container>
      <Container header={<Header variant="h2">Answers</Header>}>
        <SpaceBetween size="l">
          <NumberField
            label="Minimum length"
            description="Characters an answer needs, spaces around it not counted."
            value={Number.isNaN(question.minimumLength) ? undefined : question.minimumLength}
            least={0}
            most={64}
            onChange={(minimumLength) => onChange({ minimumLength: minimumLength ?? Number.NaN })}
          />
          <Checkbox
            checked={question.caseSensitive}
            description="Most people do not remember how they wrote a name; leave it off unless the answer is a code."
            onChange={({ detail }) => onChange({ caseSensitive: detail.checked })}
          >
            Capitals count
          </Checkbox>
          <FormField
            label="Guessability"
            description="A note for administrators: how easily a colleague or a search finds the answer. It decides nothing."
          >
            <Select
              selectedOption={rating}
              options={RATINGS}
              onChange={({ detail }) => onRate(ratingOf(detail.selectedOption.value))}
            />
          </FormField>
        </SpaceBetween>
      </Container>
    </SpaceBetween>
  );
}

const ratingOf = (value: string | undefined): Question['guessability'] =>
  value === 'low' || value === 'medium' || value === 'high' ? value : undefined;
