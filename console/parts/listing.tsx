import { useCollection } from '@cloudscape-design/collection-hooks';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import type { ReactNode } from 'react';

/** A list with its count and a filter; says what to do where it is empty, and where nothing matches. */
export function Listing<T>(props: {
  readonly title: string;
  readonly description?: string;
  readonly items: readonly T[];
  readonly columns: readonly TableProps.ColumnDefinition<T>[];
  readonly keyOf: (item: T) => string;
  /** Everything of an item that the filter looks at. */
  readonly textOf: (item: T) => string;
  readonly actions?: ReactNode;
  /** What an empty list says, and the one thing to do then. */
  readonly empty: string;
  readonly emptyAction?: ReactNode;
  /** Before the filter is typed. */
  readonly beside?: ReactNode;
  /** Stands within something that has a heading of its own. */
  readonly within?: true;
}) {
  const { title, items, columns, textOf, empty, emptyAction, beside, within } = props;
  const collection = useCollection(items, {
    filtering: {
      filteringFunction: (item, text) => textOf(item).toLowerCase().includes(text.trim().toLowerCase()),
      empty: <Nothing says={empty} action={emptyAction} />,
      noMatch: (
        <Nothing
          says="Nothing matches the filter."
          action={<Button onClick={() => collection.actions.setFiltering('')}>Clear filter</Button>}
        />
      ),
    },
    pagination: { pageSize: 50 },
  });
  const matching = collection.filteredItemsCount ?? items.length;
  return (
    <Table
      {...collection.collectionProps}
      items={collection.items}
      columnDefinitions={columns}
      trackBy={props.keyOf}
      wrapLines
      variant={within ? 'embedded' : 'container'}
      enableKeyboardNavigation={false}
      ariaLabels={{ tableLabel: title }}
      header={
        <Header
          variant={within ? 'h3' : 'h2'}
          counter={`(${items.length})`}
          {...(props.description !== undefined && { description: props.description })}
          actions={props.actions}
        >
          {title}
        </Header>
      }
      filter={
        items.length === 0 && beside === undefined ? undefined : (
          <SpaceBetween direction="horizontal" size="m" alignItems="center">
            <TextFilter
              {...collection.filterProps}
              filteringAriaLabel={`Filter: ${title}`}
              filteringPlaceholder="Find"
              filteringClearAriaLabel="Clear filter"
              countText={matching === 1 ? '1 match' : `${matching} matches`}
            />
            {beside}
          </SpaceBetween>
        )
      }
      pagination={
        collection.filteredItemsCount !== undefined && matching > 50 ? (
          <Pagination
            {...collection.paginationProps}
            ariaLabels={{
              nextPageLabel: 'Next page',
              previousPageLabel: 'Previous page',
              pageLabel: (page) => `Page ${page}`,
            }}
          />
        ) : undefined
      }
    />
  );
}

const Nothing = ({ says, action }: { readonly says: string; readonly action: ReactNode }) => (
  <Box textAlign="center" color="inherit" padding={{ vertical: 'm' }}>
    <SpaceBetween size="m">
      <Box color="inherit">{says}</Box>
      {action}
    </SpaceBetween>
  </Box>
);
