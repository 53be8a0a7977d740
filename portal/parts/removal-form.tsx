import { listOf, type Frame, type Problems } from '../frame.ts';
import { phrases } from '../phrase.ts';
import { CurrentPasswordField } from './current-password-field.tsx';
import { PostForm, SubmitButton } from './form.tsx';

/** Removes what was registered, with the password proven again: an open visit alone takes nothing away. */
export const RemovalForm = (props: { frame: Frame; action: string; problem: Problems | undefined }) => {
  const { frame, action, problem } = props;
  const t = phrases(frame.language);
  return (
    <>
      <p>{t('remove.lead')}</p>
      <PostForm frame={frame} action={action}>
        <CurrentPasswordField frame={frame} problems={listOf(problem)} />
        <SubmitButton frame={frame} look="danger">
          {t('remove.do')}
        </SubmitButton>
      </PostForm>
    </>
  );
};
