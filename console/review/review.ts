import type { ReplyOf } from '../../client/client.ts';

/** What the API says of a draft: changes, mistakes, warnings, and what others published meanwhile. */
export type Review = ReplyOf<'POST /api/admin/draft/review'>;
