import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReplyOf } from '../../client/client.ts';
import { instantWords } from '../parts/instant-words.ts';
import { linkWith } from '../parts/link-with.ts';
import { ColourOf } from './colour-of.tsx';
import type { Colour } from './colour-words.ts';
import { FIX_WORDS, type Fix } from './fix-words.ts';

type Run = NonNullable<ReplyOf<'GET /api/admin/health'>['preFlight']>;

const COLOURS: readonly Colour[] = ['green', 'amber', 'red'];
const people = (count: number): string => (count === 1 ? '1 person' : `${count.toLocaleString('en')} people`);

/** For how many people it would work, by the last night's run, and what most of the others lack. */
export function PreFlightPanel(props: { readonly finished: Run | null; readonly underWay: Run | null }) {
  const { finished, underWay } = props;
  return (
    <Container
      header={
        <Header variant="h2" description={whenWords(finished, underWay)}>
          Pre-flight: would it work for everybody?
        </Header>
      }
    >
      {finished ? (
        <Counts run={finished} />
      ) : (
        <Box>
          Every night each person is looked at: would unlocking and resetting work for them, and what is in
          the way? There has been no run yet.
        </Box>
      )}
    </Container>
  );
}

const whenWords = (finished: Run | null, underWay: Run | null): string =>
  [
    finished?.finishedAt === undefined ? '' : `Finished ${instantWords(finished.finishedAt)}.`,
    underWay ? `Another one is under way since ${instantWords(underWay.startedAt)}.` : '',
  ]
    .filter((words) => words !== '')
    .join(' ');

function Counts({ run: { counts, fixes } }: { readonly run: Run }) {
  const ranked = Object.entries(fixes).toSorted(([, a], [, b]) => b - a);
  return (
    <SpaceBetween size="l">
      <KeyValuePairs
        columns={3}
        items={COLOURS.map((colour) => ({
          label: <ColourOf colour={colour} />,
          value: <Link href={linkWith(['pre-flight'], { colour })}>{people(counts[colour])}</Link>,
        }))}
      />
      {ranked.length > 0 && (
        <div>
          <Box variant="awsui-key-label">To be put right first</Box>
          <ul>
            {ranked.map(([fix, count]) => (
              <li key={fix}>
                {FIX_WORDS[fix as Fix]}: <Link href={linkWith(['pre-flight'], { fix })}>{people(count)}</Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </SpaceBetween>
  );
}
