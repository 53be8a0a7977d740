import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { ReactNode } from 'react';
import { reasonOf } from '../problem-sentence.ts';
import type { Paged } from './use-pages.ts';

/** A list that comes page by page: its count so far, *Load more*, and what to do where there is nothing or nothing matches. */
export function PagedTable<P, T>(props: {
  readonly title: string;
  readonly description?: string;
  readonly paged: Paged<P>;
  readonly rows: readonly T[];
  readonly columns: readonly TableProps.ColumnDefinition<T>[];
  readonly keyOf: (row: T) => string;
  readonly actions?: ReactNode;
  readonly filter?: ReactNode;
  /** What an empty list says, and the one thing to do then. */
  readonly empty: string;
  readonly emptyAction?: ReactNode;
  /** How far it has come, where more is looked at than is shown. */
  readonly progress?: string;
  /** Why a page did not come, where that is better known here. */
  readonly explain?: (trouble: unknown) => string | undefined;
  readonly selection?: Pick<TableProps<T>, 'selectedItems' | 'onSelectionChange' | 'ariaLabels'>;
}) {
  const { title, paged, rows, progress, explain = () => undefined, selection } = props;
  const { trouble } = paged;
  const waiting = paged.busy && rows.length === 0;
  return (
    <Table
      items={[...rows]}
      columnDefinitions={props.columns}
      trackBy={props.keyOf}
      wrapLines
      enableKeyboardNavigation={false}
      loading={waiting}
      loadingText={progress ?? 'Loading'}
      {...(selection && { selectionType: 'multi' as const, ...selection })}
      ariaLabels={{ ...selection?.ariaLabels, tableLabel: title }}
      filter={props.filter}
      header={
        <Header
          variant="h2"
          counter={`(${rows.length.toLocaleString('en')}${paged.finished ? '' : '+'})`}
          {...(props.description !== undefined && { description: props.description })}
          actions={props.actions}
        >
          {title}
        </Header>
      }
      empty={
        trouble === undefined && (
          <Box textAlign="center" color="inherit" padding={{ vertical: 'm' }}>
            <SpaceBetween size="m">
              <Box color="inherit">{paged.finished ? props.empty : 'Nothing so far.'}</Box>
              {paged.finished && props.emptyAction}
            </SpaceBetween>
          </Box>
        )
      }
      footer={
        waiting ? undefined : (
          <SpaceBetween size="s">
            {trouble !== undefined && (
              <Alert
                type="error"
                statusIconAriaLabel="Error"
                header={`${title} could not be loaded`}
                action={<Button onClick={paged.more}>Try again</Button>}
              >
                {explain(trouble) ?? reasonOf(trouble)}
              </Alert>
            )}
            <Progress paged={paged} says={progress} />
          </SpaceBetween>
        )
      }
    />
  );
}

function Progress<P>({ paged, says }: { readonly paged: Paged<P>; readonly says: string | undefined }) {
  const { busy, finished, trouble, more } = paged;
  return (
    <SpaceBetween direction="horizontal" size="m" alignItems="center">
      <LiveRegion>
        {busy ? (
          <StatusIndicator type="loading">{says ?? 'Loading'}</StatusIndicator>
        ) : (
          <Box color="text-body-secondary">
            {says} {finished && 'This is all.'}
          </Box>
        )}
      </LiveRegion>
      {!busy && !finished && trouble === undefined && <Button onClick={more}>Load more</Button>}
    </SpaceBetween>
  );
}
