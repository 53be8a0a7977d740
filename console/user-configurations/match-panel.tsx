import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { ReplyOf } from '../../client/client.ts';
import { api } from '../api.ts';
import type { Document } from '../draft.tsx';
import { useNotices } from '../notices.tsx';
import { MatchResult } from './match-result.tsx';

/** Type a user: which user configuration wins and why, as the document stands on this screen, published or not. */
export function MatchPanel({ document }: { readonly document: Document }) {
  const notices = useNotices();
  const [username, setUsername] = useState('');
  const [asked, setAsked] = useState('');
  const [busy, setBusy] = useState(false);
  const [match, setMatch] = useState<ReplyOf<'POST /api/admin/match'>>();
  const look = async () => {
    if (username.trim() === '') return;
    setBusy(true);
    try {
      setMatch(await api.call('POST /api/admin/match', { body: { username: username.trim(), document } }));
      setAsked(username.trim());
    } catch (cause) {
      notices.failed('It could not be found out what matches that user', cause);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Looks one person up in the directory and says what applies to them, as things stand on this screen."
        >
          Preview match
        </Header>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void look();
        }}
      >
        <SpaceBetween size="l">
          <FormField
            label="User"
            constraintText="asmith, CORP\asmith or asmith@example.com"
            secondaryControl={
              <Button formAction="submit" loading={busy}>
                Preview match
              </Button>
            }
          >
            <Input
              value={username}
              spellcheck={false}
              autoComplete={false}
              onChange={({ detail }) => setUsername(detail.value)}
            />
          </FormField>
          {match && <MatchResult match={match} asked={asked} />}
        </SpaceBetween>
      </form>
    </Container>
  );
}
