import Alert from '@cloudscape-design/components/alert';
import { useDraft } from '../draft.tsx';
import { useLanguages } from '../languages/use-languages.ts';
import { ScreenLayout } from '../parts/screen-layout.tsx';
import { useVisit } from '../session.tsx';
import { ByConfiguration } from './by-configuration.tsx';
import { checklist } from './checklist.ts';
import { ChecklistPanel } from './checklist-panel.tsx';
import { CoveragePanel } from './coverage-panel.tsx';
import { HealthLine } from './health-line.tsx';
import { InForcePanel } from './in-force-panel.tsx';
import { useCounts } from './use-counts.ts';

/** Where this installation stands. */
export default function OverviewScreen() {
  const { inForce } = useDraft();
  const { has } = useVisit();
  const { counts, again } = useCounts();
  const setsUp = has('administrator', 'policy-editor', 'auditor');
  const languages = useLanguages(setsUp);
  return (
    <ScreenLayout
      title="Overview"
      description="How many people can help themselves, and what is left to set up."
    >
      <HealthLine />
      {inForce.warnings.length > 0 && (
        <Alert type="warning" statusIconAriaLabel="Warning" header="What is in force is risky">
          <ul>
            {inForce.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Alert>
      )}
      {setsUp && <ChecklistPanel steps={checklist(inForce.document, counts, languages)} />}
      <CoveragePanel counts={counts} again={again} />
      {counts.sum && <ByConfiguration sum={counts.sum} />}
      <InForcePanel />
    </ScreenLayout>
  );
}
