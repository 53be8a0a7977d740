import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import Steps from '@cloudscape-design/components/steps';
import { linkTo } from '../hash.ts';
import type { ChecklistStep } from './checklist.ts';

/** What is done and what is left to do, with the way there. */
export function ChecklistPanel({ steps }: { readonly steps: readonly ChecklistStep[] }) {
  const done = steps.filter((step) => step.done === true).length;
  return (
    <Container
      header={
        <Header
          variant="h2"
          counter={`(${done} of ${steps.length} done)`}
          description="What is to be done until people can help themselves, judged by what is in force."
        >
          Set-up
        </Header>
      }
    >
      <Steps
        ariaLabel="Set-up"
        connectorLines="none"
        steps={steps.map(({ title, done: isDone, left, screen }, index) => ({
          status: isDone === undefined ? 'loading' : isDone ? 'success' : 'pending',
          statusIconAriaLabel: isDone === undefined ? 'Being looked at' : isDone ? 'Done' : 'To do',
          header: `${index + 1}. ${title}`,
          details: isDone === false && (
            <>
              {left} {screen && <Link href={linkTo(screen.path)}>Go to {screen.title}</Link>}
            </>
          ),
        }))}
      />
    </Container>
  );
}
