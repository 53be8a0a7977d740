import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import { linkTo } from '../hash.ts';
import { ChangeList } from '../parts/change-list.tsx';
import { DocumentJson } from '../parts/document-json.tsx';
import { ScreenLayout } from '../parts/screen-layout.tsx';
import { RestoreButton } from './restore-button.tsx';
import { SentenceList } from './sentence-list.tsx';
import { useVersion, type Version } from './use-version.ts';
import { authorWords, publishedWords } from './version-words.ts';

/** One version: what it changed and why, what it says, all of it as a document, and the way back to it. */
export function VersionPage({ number }: { readonly number: string }) {
  const { version, trouble, again } = useVersion(number);
  return (
    <ScreenLayout
      title={`Version ${number}`}
      description="What it changed against the version before it."
      actions={version && <RestoreButton number={version.version} />}
    >
      <Link href={linkTo('versions')}>Back to all versions</Link>
      {trouble !== undefined && (
        <Alert
          type="error"
          statusIconAriaLabel="Error"
          header="This version could not be loaded"
          action={<Button onClick={again}>Try again</Button>}
        >
          {trouble}
        </Alert>
      )}
      {!version && trouble === undefined && <Spinner size="large" />}
      {version && <Shown version={version} />}
    </ScreenLayout>
  );
}

const Shown = ({ version }: { readonly version: Version }) => (
  <SpaceBetween size="l">
    <Container header={<Header variant="h2">Why, who and when</Header>}>
      <KeyValuePairs
        columns={3}
        items={[
          { label: 'Reason', value: version.reason },
          { label: 'Published by', value: authorWords(version) },
          { label: 'When', value: publishedWords(version) },
        ]}
      />
    </Container>
    <Container
      header={
        <Header variant="h2" counter={`(${version.changes.length})`}>
          Changes
        </Header>
      }
    >
      {version.version === 0 ? (
        'This is what the deployment began with; there was nothing before it.'
      ) : (
        <ChangeList changes={version.changes} />
      )}
    </Container>
    <ExpandableSection variant="container" headerText="What it says, in plain words">
      <SentenceList sentences={version.sentences} />
    </ExpandableSection>
    <ExpandableSection variant="container" headerText="The whole document, as JSON">
      <DocumentJson
        document={version.document}
        fileName={`latchkey-version-${version.version}.json`}
        label={`Version ${version.version} as JSON`}
      />
    </ExpandableSection>
  </SpaceBetween>
);
