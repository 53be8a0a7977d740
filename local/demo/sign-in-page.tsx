import type { Frame } from '../../portal/frame.ts';
import { TextField, SecretField } from '../../portal/parts/field.tsx';
import { PostForm, SubmitButton } from '../../portal/parts/form.tsx';
import { demoPage } from './page.tsx';
import type { SignInResult } from './windows-sign-in.ts';

export interface SignInView {
  readonly username?: string;
  readonly result?: SignInResult;
  /** Whether the page offers to lock an account: only people of the demonstration. */
  readonly mayLock: boolean;
}

/** Tries a password as Windows would. */
export const signInPage = (frame: Frame, { username = '', result, mayLock }: SignInView): string =>
  demoPage(
    frame,
    'Sign in to Windows',
    <>
      {result && <Result result={result} username={username} />}
      <p>
        One real sign-in at the directory: it counts as a logon, and wrong passwords count towards the
        account’s lockout.
      </p>
      <PostForm frame={frame} action="/demo/sign-in">
        <Username frame={frame} username={username} />
        <SecretField frame={frame} name="password" label="Password" autocomplete="off" problems={[]} />
        <div class="acts">
          <SubmitButton frame={frame}>Sign in</SubmitButton>
        </div>
      </PostForm>
      {mayLock && (
        <>
          <h2>Lock an account</h2>
          <p>Signs in with wrong passwords until the directory has had enough.</p>
          <PostForm frame={frame} action="/demo/lock-out">
            <Username frame={frame} username={username} id="locked" />
            <div class="acts">
              <SubmitButton frame={frame} look="danger">
                Lock it
              </SubmitButton>
            </div>
          </PostForm>
        </>
      )}
    </>,
  );

const Username = ({ frame, username, id = 'username' }: { frame: Frame; username: string; id?: string }) => (
  <TextField
    frame={frame}
    name={id}
    label="User name"
    hint="As in alice, CORP\alice or alice@corp.example.test"
    value={username}
    autocomplete="off"
    problems={[]}
  />
);

const Result = ({ result, username }: { result: SignInResult; username: string }) => (
  <p class={result.signedIn ? 'inset success' : 'inset warn'} role="status">
    <strong>{result.words}</strong>
    <br />
    <bdi>{username}</bdi>
    {result.signedIn ? '' : ` (the directory said ${result.code})`}
  </p>
);
