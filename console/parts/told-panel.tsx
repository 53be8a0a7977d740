import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import type { Section } from '../../client/client.ts';
import { useDraft } from '../draft.tsx';
import { useTold } from './use-told.ts';

/** What one thing of the document says, in the service's sentences; with what is risky about it. */
export function ToldPanel(props: {
  readonly section: Section;
  readonly id: string;
  /** Of the warnings, those that are about this. */
  readonly isAbout?: (warning: string) => boolean;
}) {
  const { section, id, isAbout = () => false } = props;
  const { draft } = useDraft();
  const told = useTold();
  const found = told?.sentences.find((one) => one.section === section && one.id === id);
  const warnings = told?.warnings.filter(isAbout) ?? [];
  if (told && !found) return null;
  return (
    <Container
      header={
        <Header variant="h2" description={draft ? 'As it is saved in your draft.' : 'As it is in force.'}>
          In plain words
        </Header>
      }
    >
      <SpaceBetween size="m">
        {warnings.map((warning) => (
          <Alert key={warning} type="warning" statusIconAriaLabel="Warning">
            {warning}
          </Alert>
        ))}
        {found ? (
          <ul>
            {found.sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        ) : (
          <Spinner />
        )}
      </SpaceBetween>
    </Container>
  );
}
