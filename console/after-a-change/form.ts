import type { PostAction } from '../../client/client.ts';
import type { Document } from '../draft.tsx';

export type Kind = PostAction['kind'];
export type Occasion = NonNullable<PostAction['after']>[number];
/** After what something can be done, in words. */
export const OCCASIONS: Readonly<Record<Occasion, string>> = { unlock: 'An unlock', reset: 'A reset' };

/** What is typed of a post action; what another kind needs stays while one is chosen. */
export interface Typed {
  readonly name: string;
  readonly after: readonly Occasion[];
  readonly kind: Kind;
  readonly endpoint: string;
  readonly attribute: string;
  /** What is told or written. */
  readonly text: string;
}

export const postActionsOf = ({ postActions }: Document): readonly PostAction[] => postActions ?? [];

export const typedOf = (action: PostAction): Typed => ({
  name: action.name,
  after: action.after ?? [],
  kind: action.kind,
  endpoint: action.kind === 'webhook' ? action.endpoint : '',
  attribute: action.kind === 'attribute' ? action.attribute : '',
  text: action.kind === 'attribute' ? action.value : action.text,
});

/** The post action that is typed. */
export function postActionOf(
  id: string,
  { name, after, kind, endpoint, attribute, text }: Typed,
): PostAction {
  const every = { id, name: name.trim(), after: [...after] };
  switch (kind) {
    case 'webhook':
      return { ...every, kind, endpoint, text };
    case 'event':
      return { ...every, kind, text };
    case 'attribute':
      return { ...every, kind, attribute, value: text };
  }
}

/** The document with other post actions; without any it says nothing of them. */
export function withPostActions(document: Document, actions: readonly PostAction[]): Document {
  const { postActions: _before, ...rest } = document;
  return actions.length === 0 ? rest : { ...rest, postActions: [...actions] };
}

/** Where a post action does what it does. */
export const targetOf = (action: PostAction): string => {
  switch (action.kind) {
    case 'webhook':
      return action.endpoint;
    case 'event':
      return 'The deployment’s topic';
    case 'attribute':
      return action.attribute;
  }
};
