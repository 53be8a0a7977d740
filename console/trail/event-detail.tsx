import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Link from '@cloudscape-design/components/link';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { TrailEntry } from '../../client/client.ts';
import { secondWords } from '../parts/instant-words.ts';
import { DocumentJson } from '../parts/document-json.tsx';
import { whom } from './event-columns.tsx';
import { kindWords } from './kind-words.ts';
import { EVERYTHING, trailLink } from './search.ts';

/** All that is recorded of one event. */
export function EventDetail({
  event,
  onClose,
}: {
  readonly event: TrailEntry;
  readonly onClose: () => void;
}) {
  const { id, at, kind, by, reference, source, says, person } = event;
  return (
    <Modal
      visible
      size="large"
      header={kindWords(kind)}
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <Button variant="primary" onClick={onClose}>
            Close
          </Button>
        </Box>
      }
    >
      <SpaceBetween size="l">
        <Box>{says}</Box>
        <KeyValuePairs
          columns={2}
          items={[
            { label: 'When', value: secondWords(at) },
            { label: 'Person', value: whom(event) },
            { label: 'Done by', value: by ?? 'Themselves' },
            {
              label: 'Reference',
              value:
                reference === '' ? (
                  '–'
                ) : (
                  <Link href={trailLink({ ...EVERYTHING, reference })} onFollow={onClose}>
                    {reference}: all of its events
                  </Link>
                ),
            },
            { label: 'Source address', value: source || '–' },
            { label: 'Object GUID', value: `${person.domain}\\${person.guid}` },
          ]}
        />
        <DocumentJson document={event} fileName={`event-${id}.json`} label="The event as JSON" />
      </SpaceBetween>
    </Modal>
  );
}
