import type { VersionSummary } from '../../client/client.ts';
import { instantWords } from '../parts/instant-words.ts';

/** Who put a version in force; the first one came with the deployment. */
export const authorWords = ({ author }: Pick<VersionSummary, 'author'>): string => author ?? 'The deployment';

/** When it was put in force. */
export const publishedWords = ({ publishedAt }: Pick<VersionSummary, 'publishedAt'>): string =>
  publishedAt === undefined ? 'As deployed' : instantWords(publishedAt);
