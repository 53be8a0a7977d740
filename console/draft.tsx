import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import {
  draftKeeper,
  type Change,
  type Document,
  type Draft,
  type DraftKeeper,
  type InForce,
  type Loaded,
} from './draft-keeper.ts';
import { useNotices, type Notices } from './notices.tsx';
import { reasonOf } from './problem-sentence.ts';
import { useVisit } from './session.tsx';
import { DraftMovedDialog } from './shell/draft-moved-dialog.tsx';

export type { Change, Document, Draft, InForce } from './draft-keeper.ts';

/** The document that the screens show and edit: my draft where there is one, else what is in force. */
export interface Drafting {
  readonly inForce: InForce;
  readonly draft: Draft | undefined;
  readonly document: Document;
  /** Whoever may not edit sees the same screens without buttons. */
  readonly readOnly: boolean;
  /**
   * Keeps a change in my draft, begun from what is in force if need be; false when it was not kept (then it is told). The
   * change may be made anew, on what another window left: it must be a function of the document it is given.
   */
  readonly edit: (change: Change) => Promise<boolean>;
  readonly discard: () => Promise<boolean>;
  readonly reload: () => Promise<void>;
  /** Takes the draft that another call answered. */
  readonly take: (draft: Draft) => void;
}

const DraftingContext = createContext<Drafting | undefined>(undefined);

export function useDraft(): Drafting {
  const drafting = use(DraftingContext);
  if (!drafting) throw new Error('The configuration is not loaded here');
  return drafting;
}

/** Loads the configuration and the draft, and lends them to the screens. */
export function DraftProvider({
  children,
  loading,
}: {
  readonly children: ReactNode;
  readonly loading: ReactNode;
}) {
  const { has } = useVisit();
  const notices = useNotices();
  const readOnly = !has('administrator', 'policy-editor');
  const keeper = useMemo(() => draftKeeper(!readOnly), [readOnly]);
  const { loaded, moved } = useSyncExternalStore(keeper.follow, keeper.now);
  const [trouble, setTrouble] = useState<string>();
  const load = useCallback(async () => {
    setTrouble(undefined);
    await keeper.load().catch((cause: unknown) => setTrouble(reasonOf(cause)));
  }, [keeper]);
  useEffect(() => void load(), [load]);
  const drafting = useMemo<Drafting | undefined>(
    () => loaded && draftingOf(keeper, loaded, readOnly, notices),
    [keeper, loaded, readOnly, notices],
  );
  if (!drafting)
    return trouble === undefined ? loading : <NotLoaded trouble={trouble} again={() => void load()} />;
  return (
    <DraftingContext value={drafting}>
      {children}
      <DraftMovedDialog moved={moved} />
    </DraftingContext>
  );
}

const NotLoaded = (props: { readonly trouble: string; readonly again: () => void }) => (
  <main>
    <Box padding="xxl">
      <Alert
        type="error"
        statusIconAriaLabel="Error"
        header="The configuration could not be loaded"
        action={<Button onClick={props.again}>Load again</Button>}
      >
        {props.trouble}
      </Alert>
    </Box>
  </main>
);

const draftingOf = (
  keeper: DraftKeeper,
  { inForce, draft }: Loaded,
  readOnly: boolean,
  notices: Notices,
): Drafting => ({
  inForce,
  draft,
  document: draft?.document ?? inForce.document,
  readOnly,
  take: keeper.take,
  reload: () =>
    keeper
      .load()
      .catch((cause: unknown) => notices.failed('The configuration could not be loaded again', cause)),
  edit: (change) =>
    keeper.edit(change).catch((cause: unknown) => {
      notices.failed('Not kept', cause);
      return false;
    }),
  async discard() {
    try {
      await keeper.drop();
      notices.done('The draft is discarded. What is in force has not changed.');
      return true;
    } catch (cause) {
      notices.failed('The draft could not be discarded', cause);
      return false;
    }
  },
});
