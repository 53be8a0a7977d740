import Link from '@cloudscape-design/components/link';
import type { TableProps } from '@cloudscape-design/components/table';
import type { Prospect } from '../../client/client.ts';
import { linkTo } from '../hash.ts';
import { ColourOf } from './colour-of.tsx';
import { FIX_WORDS } from './fix-words.ts';

type Outlook = Prospect['actions']['unlock'];

/** What is to be put right first stands in a column of its own already. */
const outlookWords = ({ works, because }: Outlook, fix: Prospect['fix']): string => {
  if (works !== 'no') return works === 'yes' ? 'Yes' : 'Not offered';
  return because === undefined || because === fix ? 'No' : `No: ${FIX_WORDS[because].toLowerCase()}`;
};

export const PROSPECT_COLUMNS: readonly TableProps.ColumnDefinition<Prospect>[] = [
  {
    id: 'name',
    header: 'Name',
    isRowHeader: true,
    cell: ({ name }) => <Link href={linkTo('registrations', name)}>{name}</Link>,
  },
  { id: 'displayName', header: 'Display name', cell: ({ displayName }) => <bdi>{displayName}</bdi> },
  {
    id: 'colour',
    header: 'Would it work?',
    minWidth: 190,
    cell: ({ colour }) => <ColourOf colour={colour} />,
  },
  { id: 'fix', header: 'To be put right first', cell: ({ fix }) => (fix ? FIX_WORDS[fix] : '–') },
  { id: 'unlock', header: 'Unlock', cell: ({ actions, fix }) => outlookWords(actions.unlock, fix) },
  { id: 'reset', header: 'Reset', cell: ({ actions, fix }) => outlookWords(actions.reset, fix) },
];
