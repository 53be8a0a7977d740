import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Form from '@cloudscape-design/components/form';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactNode } from 'react';
import { api } from '../api.ts';
import { reasonOf } from '../problem-sentence.ts';
import type { AdminSession } from '../session.tsx';

/** Asks for an Active Directory account that is in one of the groups with a role, and signs it in. */
export function SignInForm(props: {
  readonly header?: ReactNode;
  readonly frame?: (fields: ReactNode) => ReactNode;
  readonly username?: string;
  readonly signedIn: (session: AdminSession) => void;
}) {
  const { frame = (fields) => fields } = props;
  const [username, setUsername] = useState(props.username ?? '');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const submit = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      props.signedIn(await api.call('POST /api/admin/session', { body: { username, password } }));
    } catch (cause) {
      setProblem(reasonOf(cause));
      setPassword('');
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Form
        header={props.header}
        actions={
          <Button variant="primary" loading={busy} formAction="submit">
            Sign in
          </Button>
        }
      >
        {frame(
          <SpaceBetween size="l">
            {problem !== undefined && (
              <Alert type="error" statusIconAriaLabel="Error">
                {problem}
              </Alert>
            )}
            <FormField
              label="User name"
              description="Such as asmith or CORP\asmith. Your group decides what you may do."
            >
              <Input
                value={username}
                onChange={({ detail }) => setUsername(detail.value)}
                autoComplete="username"
                autoFocus
              />
            </FormField>
            <FormField label="Password">
              <Input
                type="password"
                value={password}
                onChange={({ detail }) => setPassword(detail.value)}
                autoComplete="current-password"
              />
            </FormField>
          </SpaceBetween>,
        )}
      </Form>
    </form>
  );
}
