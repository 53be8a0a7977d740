import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { Finding } from '../../client/client.ts';

const SHOWN: Readonly<Record<Finding['state'], readonly [StatusIndicatorProps.Type, string]>> = {
  fine: ['success', 'Fine'],
  warning: ['warning', 'Warning'],
  broken: ['error', 'Broken'],
};

/** How something stands, in a word. */
export function FindingState({ state }: { readonly state: Finding['state'] }) {
  const [type, word] = SHOWN[state];
  return <StatusIndicator type={type}>{word}</StatusIndicator>;
}
