import Alert from '@cloudscape-design/components/alert';
import Link from '@cloudscape-design/components/link';
import { linkTo } from '../hash.ts';
import { allFindings, tallyWords, worstOf } from '../health/tally.ts';
import { useHealth } from '../health/use-health.ts';
import { instantWords } from '../parts/instant-words.ts';

/** That the doctor found something wrong, and the way to it; nothing while all is fine or it is not known. */
export function HealthLine() {
  const examination = useHealth().health?.examination;
  if (!examination) return null;
  const findings = allFindings(examination);
  const worst = worstOf(findings);
  if (worst === 'fine') return null;
  return (
    <Alert
      type={worst === 'broken' ? 'error' : 'warning'}
      statusIconAriaLabel={worst === 'broken' ? 'Error' : 'Warning'}
      header={`Health: ${tallyWords(findings)}`}
    >
      The doctor looked at {instantWords(examination.at)}. <Link href={linkTo('health')}>Go to Health</Link>
    </Alert>
  );
}
