import Box from '@cloudscape-design/components/box';
import type { Question } from '../../client/client.ts';
import { useDraft } from '../draft.tsx';
import { useNotices } from '../notices.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { archived, usesOf, withoutQuestion } from './question-uses.ts';

export type PuttingAway = 'archive' | 'delete';

/** Asks before a question is archived or, where the draft added it, deleted; says where it is used. */
export function PutAwayQuestion(props: {
  readonly question: Question;
  readonly putting: PuttingAway | undefined;
  readonly onClose: () => void;
  readonly onDone: (how: PuttingAway) => void;
}) {
  const { question, putting, onClose, onDone } = props;
  const { document, edit } = useDraft();
  const notices = useNotices();
  const uses = usesOf(question.id, document);
  const deleting = putting === 'delete';
  const act = async () => {
    const change = deleting ? withoutQuestion : archived;
    if (!(await edit((now) => change(now, question.id)))) return false;
    notices.done(
      deleting ? 'The question is deleted from your draft.' : 'The question is archived in your draft.',
    );
    onDone(deleting ? 'delete' : 'archive');
    return true;
  };
  return (
    <Confirm
      visible={putting !== undefined}
      header={deleting ? 'Delete this question?' : 'Archive this question?'}
      act={deleting ? 'Delete from draft' : 'Archive in draft'}
      onAct={act}
      onClose={onClose}
    >
      {uses.length > 0 && (
        <Box variant="p">
          It is used in: {uses.join(', ')}. It is taken out there; people may have to register again, and when
          you publish you say until when their present answers are good.
        </Box>
      )}
      <Box variant="p">
        {deleting
          ? 'Your draft added it, and nobody has answered it: nothing else is lost.'
          : 'It stays in the store for the sake of those who answered it, and can be taken out of the archive.'}
      </Box>
    </Confirm>
  );
}
