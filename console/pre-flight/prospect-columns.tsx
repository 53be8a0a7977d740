import Link from '@cloudscape-design/components/link';
import type { TableProps } from '@cloudscape-design/components/table';
import type { Prospect } from '../../client/client.ts';
import { linkTo } from '../hash.ts';
import { ColourOf } from './colour-of.tsx';
import { FIX_WORDS } from './fix-words.ts';

type Outlook = Prospect['actions']['unlock'];

const outlookWords = ({ works, because }: Outlook): string => {
  if (works === 'yes') return 'Would work';
  return works === 'not-offered' || because === undefined ? 'Not offered' : FIX_WORDS[because];
};

export const PROSPECT_COLUMNS: readonly TableProps.ColumnDefinition<Prospect>[] = [
  {
    id: 'name',
    header: 'Name',
    isRowHeader: true,
    cell: ({ name }) => <Link href={linkTo('registrations', name)}>{name}</Link>,
  },
  { id: 'displayName', header: 'Display name', cell: ({ displayName }) => displayName },
  { id: 'colour', header: 'Would it work?', cell: ({ colour }) => <ColourOf colour={colour} /> },
  { id: 'fix', header: 'To be put right first', cell: ({ fix }) => (fix ? FIX_WORDS[fix] : '–') },
  { id: 'unlock', header: 'Unlock', cell: ({ actions }) => outlookWords(actions.unlock) },
  { id: 'reset', header: 'Reset', cell: ({ actions }) => outlookWords(actions.reset) },
];
