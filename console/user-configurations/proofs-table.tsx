import Box from '@cloudscape-design/components/box';
import Link from '@cloudscape-design/components/link';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import { useDraft } from '../draft.tsx';
import { linkTo } from '../hash.ts';
import { METHOD_WORDS, METHODS, type Method } from '../parts/method-words.ts';
import { placed, placeOf, type Action, type ActionRule, type Place } from './action-rule.ts';

const PLACES: Readonly<Record<Place, string>> = {
  required: 'Required',
  optional: 'Optional',
  neither: 'Not asked for',
};
const POSITIONS = Object.entries(PLACES).map(([id, text]) => ({ id, text }));

/** Of each method whether it is required for an action, optional, or not asked for. Those that are off are named below. */
export function ProofsTable(props: {
  readonly action: Action;
  readonly rule: ActionRule;
  readonly onChange: (rule: ActionRule) => void;
}) {
  const { action, rule, onChange } = props;
  const { document, readOnly } = useDraft();
  const isOff = (method: Method) => !(document.methods[method]?.on ?? false);
  const isIdle = (method: Method) => isOff(method) && placeOf(rule, method) === 'neither';
  return (
    <Table
      variant="embedded"
      items={METHODS.filter((method) => !isIdle(method))}
      trackBy={(method) => method}
      wrapLines
      contentDensity="compact"
      ariaLabels={{ tableLabel: `What is asked for to ${action}` }}
      footer={<SwitchedOff methods={METHODS.filter(isIdle)} />}
      columnDefinitions={[
        {
          id: 'method',
          header: 'Method',
          isRowHeader: true,
          cell: (method) => (
            <>
              {METHOD_WORDS[method]}
              {isOff(method) && <IsOff method={method} />}
            </>
          ),
        },
        {
          id: 'place',
          header: `To ${action}`,
          width: 400,
          cell: (method) =>
            readOnly ? (
              PLACES[placeOf(rule, method)]
            ) : (
              <SegmentedControl
                label={`${METHOD_WORDS[method]}, to ${action}`}
                selectedId={placeOf(rule, method)}
                options={POSITIONS}
                onChange={({ detail }) => onChange(placed(rule, method, detail.selectedId))}
              />
            ),
        },
      ]}
    />
  );
}

const IsOff = ({ method }: { readonly method: Method }) => (
  <div>
    <StatusIndicator type="warning" wrapText>
      Switched off, so nobody could give it.{' '}
      <Link href={linkTo('methods', method)} ariaLabel={`Switch on: ${METHOD_WORDS[method]}`}>
        Switch it on
      </Link>
    </StatusIndicator>
  </div>
);

const SwitchedOff = ({ methods }: { readonly methods: readonly Method[] }) =>
  methods.length === 0 ? null : (
    <Box color="text-body-secondary" fontSize="body-s">
      Switched off: {methods.map((method) => METHOD_WORDS[method]).join(', ')}.{' '}
      <Link href={linkTo('methods')} fontSize="body-s">
        Switch methods on
      </Link>
    </Box>
  );
