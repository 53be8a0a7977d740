import Button from '@cloudscape-design/components/button';
import { useVisit } from '../session.tsx';
import type { HealthNow } from './use-health.ts';

/** Has the doctor look at once, for those who may; it takes up to 20 seconds, where a domain controller does not answer. */
export function LookNow({ looking, lookNow }: Pick<HealthNow, 'looking' | 'lookNow'>) {
  const { has } = useVisit();
  if (!has('administrator', 'policy-editor', 'auditor')) return null;
  return (
    <Button
      variant="primary"
      loading={looking}
      loadingText="The doctor is looking; this takes up to 20 seconds"
      onClick={lookNow}
    >
      Look now
    </Button>
  );
}
