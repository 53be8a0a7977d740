import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { Finding } from '../../client/client.ts';

const SHOWN: Readonly<Record<Finding['state'], readonly [StatusIndicatorProps.Type, string]>> = {
  fine: ['success', 'Fine'],
  warning: ['warning', 'Warning'],
  broken: ['error', 'Broken'],
};

/** How something stands, by a sign and a word, or by other words where more is known. */
export function FindingState(props: { readonly state: Finding['state']; readonly children?: string }) {
  const [type, word] = SHOWN[props.state];
  return <StatusIndicator type={type}>{props.children ?? word}</StatusIndicator>;
}
