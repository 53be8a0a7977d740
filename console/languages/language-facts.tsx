import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { coverageWords, isComplete, type LanguageRow } from './languages.ts';

/** How many of the texts there are. */
export const Coverage = ({ language }: { readonly language: LanguageRow }) => (
  <StatusIndicator type={isComplete(language) ? 'success' : 'warning'}>
    {coverageWords(language)}
  </StatusIndicator>
);

/** Whether somebody whose language it is has read it. */
export const Reviewed = ({ language: { test, reviewed } }: { readonly language: LanguageRow }) => {
  if (test) return <StatusIndicator type="info">Made to test pages with; not for people</StatusIndicator>;
  return reviewed ? (
    <StatusIndicator type="success">Read by a native speaker</StatusIndicator>
  ) : (
    <StatusIndicator type="warning">No native speaker has read this yet</StatusIndicator>
  );
};

/** Whether people are offered it. */
export const Offered = ({ language: { offered, isDefault } }: { readonly language: LanguageRow }) => {
  if (isDefault && offered) return <StatusIndicator type="success">Offered, the default</StatusIndicator>;
  if (isDefault) return <StatusIndicator type="error">The default, but not offered</StatusIndicator>;
  return offered ? (
    <StatusIndicator type="success">Offered</StatusIndicator>
  ) : (
    <StatusIndicator type="stopped">Not offered</StatusIndicator>
  );
};
