import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { api } from '../api.ts';
import { useDraft, type Draft } from '../draft.tsx';
import { useNotices } from '../notices.tsx';
import { ChangeList } from '../parts/change-list.tsx';
import type { Review } from './review.ts';

type Meanwhile = NonNullable<Review['meanwhile']>;
type Choices = Readonly<Record<string, 'mine' | 'theirs'>>;

/** What somebody else published since the draft was begun, and the way to bring it in without losing anything of one's own. */
export function MeanwhilePanel(props: { readonly meanwhile: Meanwhile; readonly draft: Draft }) {
  const { meanwhile, draft } = props;
  const { reload } = useDraft();
  const notices = useNotices();
  const [chosen, setChosen] = useState<Choices>({});
  const choiceOf = ({ key, chosen: proposed }: Meanwhile['overlaps'][number]) => chosen[key] ?? proposed;
  const merge = async () => {
    try {
      await api.call('POST /api/admin/draft/merge', {
        body: {
          revision: draft.revision,
          // The newest comes first; the choices below are about what is shown here, and nothing newer.
          version: meanwhile.versions[0]?.version ?? draft.basedOn,
          choices: Object.fromEntries(meanwhile.overlaps.map((overlap) => [overlap.key, choiceOf(overlap)])),
        },
      });
      notices.done('Their changes are in your draft now. Look at it again, then publish.');
      await reload();
    } catch (cause) {
      notices.failed('Their changes could not be brought in; your draft is as it was', cause);
    }
  };
  return (
    <Alert
      type="warning"
      statusIconAriaLabel="Warning"
      header="Somebody else published while you were at work"
      action={<Button onClick={() => void merge()}>Bring their changes into my draft</Button>}
    >
      <SpaceBetween size="m">
        <ul>
          {meanwhile.versions.map(({ version, author, reason, publishedAt }) => (
            <li key={version}>
              Version {version} by {author ?? 'the deployment'}
              {publishedAt === undefined ? '' : `, ${publishedAt.slice(0, 16).replace('T', ' ')} UTC`}: “
              {reason}”
            </li>
          ))}
        </ul>
        <ChangeList heading="h2" changes={meanwhile.changes} />
        {meanwhile.overlaps.map((overlap) => (
          <FormField key={overlap.key} label={`Both of you changed “${overlap.name}”`}>
            <RadioGroup
              value={choiceOf(overlap)}
              onChange={({ detail }) =>
                setChosen({ ...chosen, [overlap.key]: detail.value === 'theirs' ? 'theirs' : 'mine' })
              }
              items={[
                { value: 'mine', label: 'Keep mine', description: overlap.mine.join(' ') },
                { value: 'theirs', label: 'Take theirs', description: overlap.theirs.join(' ') },
              ]}
            />
          </FormField>
        ))}
      </SpaceBetween>
    </Alert>
  );
}
