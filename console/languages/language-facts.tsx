import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { coverageWords, isComplete, type LanguageRow } from './languages.ts';

/** How many of the texts there are. */
export const Coverage = ({ language }: { readonly language: LanguageRow }) => (
  <StatusIndicator type={isComplete(language) ? 'success' : 'warning'} wrapText={false}>
    {coverageWords(language)}
  </StatusIndicator>
);

/** Whether somebody whose language it is has read it. */
export const Reviewed = ({ language: { test, reviewed } }: { readonly language: LanguageRow }) => {
  if (test)
    return (
      <StatusIndicator type="info" wrapText={false}>
        For testing pages only
      </StatusIndicator>
    );
  return reviewed ? (
    <StatusIndicator type="success" wrapText={false}>
      Read by a native speaker
    </StatusIndicator>
  ) : (
    <StatusIndicator type="warning" wrapText={false}>
      No native speaker has read this yet
    </StatusIndicator>
  );
};

/** Whether people are offered it. */
export const Offered = ({ language: { offered, isDefault } }: { readonly language: LanguageRow }) => {
  if (isDefault && offered)
    return (
      <StatusIndicator type="success" wrapText={false}>
        Offered, the default
      </StatusIndicator>
    );
  if (isDefault)
    return (
      <StatusIndicator type="error" wrapText={false}>
        The default, but not offered
      </StatusIndicator>
    );
  return offered ? (
    <StatusIndicator type="success" wrapText={false}>
      Offered
    </StatusIndicator>
  ) : (
    <StatusIndicator type="stopped" wrapText={false}>
      Not offered
    </StatusIndicator>
  );
};
