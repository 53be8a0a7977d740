import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Link from '@cloudscape-design/components/link';
import { useDraft } from '../draft.tsx';
import { linkTo } from '../hash.ts';
import { instantWords } from '../parts/instant-words.ts';
import { useVisit } from '../session.tsx';

/** Which version is in force: who published it, when and why. */
export function InForcePanel() {
  const { inForce } = useDraft();
  const { has } = useVisit();
  const { version, author, publishedAt, reason, earlierQuestionnaires } = inForce;
  const name = `Version ${version}`;
  return (
    <Container header={<Header variant="h2">In force</Header>}>
      <KeyValuePairs
        columns={4}
        items={[
          {
            label: 'Version',
            value: has('administrator', 'policy-editor', 'auditor') ? (
              <Link href={linkTo('versions', String(version))}>{name}</Link>
            ) : (
              name
            ),
          },
          { label: 'Published by', value: author ?? 'The deployment' },
          { label: 'When', value: publishedAt === undefined ? 'As deployed' : instantWords(publishedAt) },
          { label: 'Reason', value: reason },
          ...earlierQuestionnaires.map((earlier) => ({
            label: `Answers to questionnaire ${earlier.version}`,
            value: `good until ${instantWords(earlier.acceptedUntil)}`,
          })),
        ]}
      />
    </Container>
  );
}
