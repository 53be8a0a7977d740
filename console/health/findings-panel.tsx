import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import type { Finding } from '../../client/client.ts';
import { FineFindings } from './fine-findings.tsx';
import { FindingState } from './finding-state.tsx';
import { byGravity, tallyWords, worstOf } from './tally.ts';
import { WrongFinding } from './wrong-finding.tsx';

/** What was found of one thing: what is wrong in full, the worst first; then what is fine. */
export function FindingsPanel(props: {
  readonly title: string;
  readonly findings: readonly Finding[];
  /** What is said where nothing was looked at. */
  readonly empty: string;
  /** Whether what is fine is shown at once. */
  readonly open?: boolean;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}) {
  const { title, findings, empty, open = false, actions, children } = props;
  const wrong = byGravity(findings.filter(({ state }) => state !== 'fine'));
  const fine = findings.filter(({ state }) => state === 'fine');
  return (
    <Container
      header={
        <Header variant="h2" actions={actions}>
          {title}
        </Header>
      }
    >
      <SpaceBetween size="m">
        {findings.length === 0 ? (
          <Box>{empty}</Box>
        ) : (
          <FindingState state={worstOf(findings)}>{tallyWords(findings)}</FindingState>
        )}
        {wrong.map((finding) => (
          <WrongFinding key={`${finding.check} ${finding.object} ${finding.cause}`} finding={finding} />
        ))}
        {fine.length > 0 && <FineFindings title={title} findings={fine} open={open} />}
        {children}
      </SpaceBetween>
    </Container>
  );
}
