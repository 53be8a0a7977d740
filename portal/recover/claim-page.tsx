import type { SpokenText } from '../../domain/questionnaire/question.ts';
import { listOf, type Frame, type Problem, type Problems } from '../frame.ts';
import { layout } from '../layout.tsx';
import { directionOf } from '../negotiate.ts';
import { TextField } from '../parts/field.tsx';
import { PostForm, SubmitButton } from '../parts/form.tsx';
import { UsernameField } from '../parts/username-field.tsx';
import { phrases } from '../phrase.ts';

/** One field that administrators have people asked for. */
export interface ClaimField {
  readonly name: string;
  readonly attribute: string;
  readonly label: SpokenText;
  readonly value?: string | undefined;
}

export interface ClaimView {
  /** Whether the user name is asked for; on its own, or beside the fields. */
  readonly named?: boolean | undefined;
  readonly fields?: readonly ClaimField[] | undefined;
  readonly username?: string | undefined;
  readonly problem?: Problems | undefined;
}

/** R1: who are you? The same for every name, real or not. */
export function claimPage(frame: Frame, view: ClaimView = {}): string {
  const t = phrases(frame.language);
  const { named = true, fields = [] } = view;
  const problems = listOf(view.problem);
  const details = fields.map((field) => <Detail frame={frame} field={field} problems={problems} />);
  return layout(
    frame,
    { title: t('claim.title'), problem: view.problem, step: 'name' },
    <>
      <h1>{t('claim.title')}</h1>
      <p>{t(fields.length === 0 ? 'claim.lead' : 'claim.lead-details')}</p>
      <PostForm frame={frame} action="/recover">
        {named && <UsernameField frame={frame} value={view.username} problems={problems} />}
        {named && fields.length > 0 ? (
          <fieldset>
            <legend>{t('claim.details')}</legend>
            {details}
          </fieldset>
        ) : (
          details
        )}
        <SubmitButton frame={frame}>{t('layout.continue')}</SubmitButton>
      </PostForm>
    </>,
  );
}

/** What browsers know the common ones by (WCAG 2.2, 1.3.5). */
const PURPOSES: Readonly<Record<string, string>> = {
  mail: 'email',
  givenname: 'given-name',
  sn: 'family-name',
  displayname: 'name',
  telephonenumber: 'tel',
  mobile: 'tel',
  postalcode: 'postal-code',
};

function Detail(props: { frame: Frame; field: ClaimField; problems: readonly Problem[] }) {
  const { frame, problems } = props;
  const { name, attribute, label, value } = props.field;
  const foreign = label.language !== frame.language;
  return (
    <TextField
      frame={frame}
      name={name}
      label={label.text}
      labelLanguage={foreign ? { lang: label.language, dir: directionOf(label.language) } : undefined}
      value={value}
      problems={problems}
      autocomplete={frame.kiosk ? 'off' : (PURPOSES[attribute.toLowerCase()] ?? 'off')}
    />
  );
}
