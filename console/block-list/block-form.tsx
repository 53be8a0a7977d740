import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { BlockEntry, DirectoryObject } from '../../client/client.ts';
import { useDraft } from '../draft.tsx';
import { useNotices } from '../notices.tsx';
import { SaveActions } from '../parts/save-actions.tsx';
import { Unsaved } from '../parts/unsaved.tsx';
import { alreadyBlocked, blockedName, blockEntry, changedEntry, dayOf, entryKey } from './entries.ts';
import { WhomToBlock } from './whom-to-block.tsx';

/** Blocks a user or a group, with a reason and perhaps an end; of an entry that is there, changes reason and end. */
export function BlockForm(props: { readonly entry: BlockEntry | undefined; readonly onClose: () => void }) {
  const { entry, onClose } = props;
  const { document, edit } = useDraft();
  const notices = useNotices();
  const [chosen, setChosen] = useState<DirectoryObject>();
  const [reason, setReason] = useState(entry?.reason ?? '');
  const [day, setDay] = useState(entry?.until === undefined ? '' : dayOf(entry.until));
  const [tried, setTried] = useState(false);
  const already = chosen && alreadyBlocked(chosen, document.blockList);
  const next = entry
    ? changedEntry(entry, reason, day)
    : chosen && already === undefined
      ? blockEntry(chosen, reason, day)
      : undefined;
  const save = async () => {
    setTried(true);
    if (!next || reason.trim() === '') return false;
    const kept = await edit((now) => ({ ...now, blockList: withEntry(now.blockList, next) }));
    if (!kept) return false;
    notices.done(
      `The block of ${blockedName(next)} is saved in your draft. It is in force once you publish it.`,
    );
    onClose();
    return true;
  };
  return (
    <Container
      header={
        <Header variant="h2">
          {entry ? `Edit the block of ${blockedName(entry)}` : 'Block a user or group'}
        </Header>
      }
    >
      <SpaceBetween size="l">
        {already !== undefined && (
          <Alert type="info" statusIconAriaLabel="Info">
            {already}
          </Alert>
        )}
        {entry ? (
          <FormField label="Whom">
            <Box>{blockedName(entry)}</Box>
          </FormField>
        ) : (
          <WhomToBlock
            chosen={chosen}
            onChosen={setChosen}
            errorText={tried && !chosen ? 'Find a user or a group first.' : undefined}
          />
        )}
        <FormField
          label="Reason"
          description="For whoever asks later. The people who are blocked never see it."
          errorText={tried && reason.trim() === '' ? 'Write down why.' : undefined}
        >
          <Input value={reason} ariaRequired onChange={({ detail }) => setReason(detail.value)} />
        </FormField>
        <FormField
          label="End date (optional)"
          description="The block ends when this day begins, in UTC. Leave it empty to block for good."
          constraintText="YYYY/MM/DD"
        >
          <DatePicker
            value={day}
            placeholder="YYYY/MM/DD"
            openCalendarAriaLabel={(date) => `Choose a date${date ? `, chosen is ${date}` : ''}`}
            isDateEnabled={(date) => date.getTime() > Date.now()}
            onChange={({ detail }) => setDay(detail.value)}
          />
        </FormField>
        <SaveActions onSave={save} onCancel={onClose} disabled={already !== undefined} />
      </SpaceBetween>
      <Unsaved is={entry ? reason !== entry.reason : chosen !== undefined || reason !== ''} />
    </Container>
  );
}

const withEntry = (blockList: readonly BlockEntry[], entry: BlockEntry): BlockEntry[] =>
  blockList.some((one) => entryKey(one) === entryKey(entry))
    ? blockList.map((one) => (entryKey(one) === entryKey(entry) ? entry : one))
    : [...blockList, entry];
