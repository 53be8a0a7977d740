import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import type { Examination } from '../../client/client.ts';
import { linkTo } from '../hash.ts';
import { AccountNotes } from '../health/account-notes.tsx';
import { FindingsPanel } from '../health/findings-panel.tsx';
import { LookNow } from '../health/look-now.tsx';
import type { HealthNow } from '../health/use-health.ts';
import { instantWords } from '../parts/instant-words.ts';
import { ScreenLayout } from '../parts/screen-layout.tsx';
import { ExplainForm } from '../registrations/explain-form.tsx';
import { findingsAbout } from './checks.ts';

const NOT_LOOKED = 'Not looked at, for something that comes before it is broken.';

/** One domain: its controllers, our accounts in it, what they can read, and their rights on each OU. */
export function DomainDetails(props: {
  readonly domain: Examination['domains'][number];
  readonly examination: Examination;
  readonly now: HealthNow;
}) {
  const { domain, findings } = props.domain;
  const { at, notes } = props.examination;
  const panel = { empty: NOT_LOOKED, open: true };
  return (
    <ScreenLayout
      title={`Domain ${domain}`}
      description={`As the doctor saw it at ${instantWords(at)}.`}
      actions={<LookNow {...props.now} />}
    >
      <Link href={linkTo('domains')}>Back to all domains</Link>
      <FindingsPanel
        {...panel}
        title="Domain controllers"
        findings={findingsAbout('controllers', findings)}
      />
      <FindingsPanel {...panel} title="Latchkey’s accounts" findings={findingsAbout('accounts', findings)}>
        <AccountNotes notes={notes} />
      </FindingsPanel>
      <FindingsPanel {...panel} title="What they can read" findings={findingsAbout('reading', findings)} />
      <FindingsPanel
        {...panel}
        title="Their rights on the OUs that are served"
        findings={findingsAbout('rights', findings)}
      />
      <Container header={<Header variant="h2">Try it on one person</Header>}>
        <ExplainForm />
      </Container>
    </ScreenLayout>
  );
}
