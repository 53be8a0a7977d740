import Link from '@cloudscape-design/components/link';
import type { TableProps } from '@cloudscape-design/components/table';
import { useCallback, useMemo } from 'react';
import type { ReplyOf, VersionSummary } from '../../client/client.ts';
import { api } from '../api.ts';
import { useDraft } from '../draft.tsx';
import { linkTo } from '../hash.ts';
import { PagedTable } from '../parts/paged-table.tsx';
import { ScreenLayout } from '../parts/screen-layout.tsx';
import { usePages } from '../parts/use-pages.ts';
import { authorWords, publishedWords } from './version-words.ts';

type Page = ReplyOf<'GET /api/admin/configuration/versions'>;

const versionCount = ({ versions }: Page): number => versions.length;
const keyOf = ({ version }: VersionSummary): string => String(version);

/** Every version there was, newest first. */
export function VersionList() {
  const { inForce } = useDraft();
  const load = useCallback(
    (before: string | undefined, signal: AbortSignal) =>
      api.call('GET /api/admin/configuration/versions', { query: { before, limit: '50' }, signal }),
    [],
  );
  const paged = usePages(load, versionCount);
  const versions = useMemo(() => paged.pages.flatMap((page) => page.versions), [paged.pages]);
  const columns = useMemo(() => columnsOf(inForce.version), [inForce.version]);
  return (
    <ScreenLayout
      title="Versions"
      description="Everything that was ever in force. A version is never changed; an earlier one can be made your draft."
    >
      <PagedTable
        title="Versions"
        description="Newest first"
        paged={paged}
        rows={versions}
        columns={columns}
        keyOf={keyOf}
        empty="There is no version yet."
      />
    </ScreenLayout>
  );
}

const columnsOf = (inForce: number): readonly TableProps.ColumnDefinition<VersionSummary>[] => [
  {
    id: 'version',
    header: 'Version',
    isRowHeader: true,
    cell: ({ version }) => (
      <>
        <Link href={linkTo('versions', String(version))}>Version {version}</Link>
        {version === inForce && ' (in force)'}
      </>
    ),
  },
  { id: 'reason', header: 'Reason', cell: ({ reason }) => reason },
  { id: 'author', header: 'Published by', cell: authorWords },
  { id: 'when', header: 'When', cell: publishedWords },
];
