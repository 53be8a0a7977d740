import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Described } from '../../client/client.ts';

/** What a document says, thing by thing. */
export const SentenceList = ({ sentences }: { readonly sentences: readonly Described[] }) => (
  <SpaceBetween size="m">
    {sentences.map((one) => (
      <div key={`${one.section} ${one.id}`}>
        <Box variant="h3">{one.name}</Box>
        <ul>
          {one.sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
    ))}
  </SpaceBetween>
);
