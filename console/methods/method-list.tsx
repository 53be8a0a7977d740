import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useDraft } from '../draft.tsx';
import { linkTo } from '../hash.ts';
import { ConfigurationLayout } from '../parts/configuration-layout.tsx';
import { METHOD_WORDS, METHODS, type Method } from '../parts/method-words.ts';
import { AskedIn } from './asked-in.tsx';
import { MethodSwitch } from './method-switch.tsx';
import { isOn } from './settings.ts';

const COLUMNS: readonly TableProps.ColumnDefinition<Method>[] = [
  {
    id: 'method',
    header: 'Method',
    cell: (method) => <MethodSwitch method={method} />,
    isRowHeader: true,
    minWidth: 300,
  },
  { id: 'asked', header: 'Asked for in', cell: (method) => <AskedIn method={method} />, minWidth: 150 },
  {
    id: 'settings',
    header: 'Settings',
    cell: (method) => (
      <Link href={linkTo('methods', method)} ariaLabel={`Settings of ${METHOD_WORDS[method]}`}>
        Settings
      </Link>
    ),
    width: 110,
  },
];

/** Every method with its switch, what it is, and who asks for it. Every switch is kept in the draft at once. */
export function MethodList() {
  const { document } = useDraft();
  const on = METHODS.filter((method) => isOn(document, method)).length;
  return (
    <ConfigurationLayout
      title="Verification methods"
      description="The ways people may prove themselves. What is off here can’t be asked for in any user configuration, and nobody can set it up."
      paths={['/methods']}
    >
      <Table
        items={METHODS}
        trackBy={(method) => method}
        wrapLines
        ariaLabels={{ tableLabel: 'Methods' }}
        header={
          <Header
            variant="h2"
            counter={`(${on} of ${METHODS.length} on)`}
            description="A switch is saved in your draft at once."
          >
            Methods
          </Header>
        }
        columnDefinitions={COLUMNS}
      />
    </ConfigurationLayout>
  );
}
