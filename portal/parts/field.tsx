import type { Child } from 'hono/jsx';
import type { Frame, Problem } from '../frame.ts';
import { phrases } from '../phrase.ts';
import { problemText } from './error-summary.tsx';

/** What every field has. The name is its id too. */
export interface FieldProps {
  readonly frame: Frame;
  readonly name: string;
  readonly label: string;
  /** The language of the label, where it may be another than the page's. */
  readonly labelLanguage?: { readonly lang: string; readonly dir: 'ltr' | 'rtl' } | undefined;
  readonly hint?: string | undefined;
  readonly problems: readonly Problem[];
  readonly autocomplete: string;
}

/** One line of text: label, hint, what is wrong, field. Never a length limit: what is pasted must arrive whole or be refused. */
export function TextField(
  props: FieldProps & {
    type?: 'text' | 'email' | 'tel';
    inputmode?: 'numeric' | 'email';
    value?: string | undefined;
    look?: string;
    dir?: 'ltr';
  },
) {
  const { type = 'text', inputmode, value, look, dir } = props;
  return (
    <Labelled {...props}>
      <input type={type} inputmode={inputmode} value={value} class={look} dir={dir} {...attributes(props)} />
    </Labelled>
  );
}

/** One of some; the first is the invitation to choose, and is no choice. */
export function SelectField(
  props: FieldProps & {
    invitation: string;
    options: readonly {
      value: string;
      text: string;
      spokenIn?: FieldProps['labelLanguage'];
    }[];
    value?: string | undefined;
  },
) {
  const { invitation, options, value } = props;
  return (
    <Labelled {...props}>
      <select {...attributes(props)}>
        <option value="">{invitation}</option>
        {options.map((option) => (
          <option value={option.value} selected={option.value === value} {...option.spokenIn}>
            {option.text}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

/** A masked line. With a script it has a button that shows what was typed. What the page itself proposes is shown. */
export function SecretField(
  props: FieldProps & {
    passwordrules?: string;
    describedBy?: string;
    rules?: string;
    proposed?: string | undefined;
  },
) {
  const t = phrases(props.frame.language);
  const { passwordrules, describedBy, rules, proposed } = props;
  const extra = { ...(passwordrules && { passwordrules }), ...(rules && { 'data-rules': rules }) };
  return (
    <Labelled {...props}>
      <div class="secret">
        <input
          type={proposed === undefined ? 'password' : 'text'}
          value={proposed}
          {...attributes(props, describedBy)}
          {...extra}
        />
        <button
          type="button"
          class="plain"
          hidden
          data-shows={props.name}
          data-show={t('layout.show')}
          data-hide={t('layout.hide')}
          data-show-label={t('layout.show-field', { field: props.label })}
          data-hide-label={t('layout.hide-field', { field: props.label })}
        >
          {t('layout.show')}
        </button>
      </div>
    </Labelled>
  );
}

function Labelled({
  frame,
  name,
  label,
  labelLanguage,
  hint,
  problems,
  children,
}: FieldProps & { children?: Child }) {
  const t = phrases(frame.language);
  const wrong = problemOf(name, problems);
  return (
    <div class={wrong ? 'field wrong' : 'field'}>
      <label for={name} {...labelLanguage}>
        {label}
      </label>
      {hint !== undefined && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {wrong && (
        <p class="error" id={`${name}-error`}>
          {problemText(t, wrong)}
        </p>
      )}
      {children}
    </div>
  );
}

const problemOf = (name: string, problems: readonly Problem[]): Problem | undefined =>
  problems.find(({ field }) => field === name);

function attributes({ name, hint, problems, autocomplete }: FieldProps, describedBy?: string) {
  const wrong = problemOf(name, problems) !== undefined;
  const described = [hint !== undefined && `${name}-hint`, wrong && `${name}-error`, describedBy]
    .filter(Boolean)
    .join(' ');
  return {
    id: name,
    name,
    autocomplete,
    autocapitalize: 'none' as const,
    autocorrect: 'off',
    spellcheck: false,
    'aria-invalid': wrong ? 'true' : undefined,
    'aria-describedby': described === '' ? undefined : described,
  };
}
