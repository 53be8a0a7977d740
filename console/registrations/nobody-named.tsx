import Alert from '@cloudscape-design/components/alert';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { Sentences } from '../parts/sentences.tsx';
import { registrationsLink, type RegistrationFilter } from './filter.ts';

/** That a claim names nobody, or more than one: who they are, and what to change. */
export const NobodyNamed = (props: {
  readonly claim: string;
  readonly filter: RegistrationFilter;
  readonly sentences: readonly string[];
  readonly names: readonly string[];
}) => {
  const { claim, filter, sentences, names } = props;
  return (
    <Alert
      type={names.length > 0 ? 'warning' : 'info'}
      statusIconAriaLabel={names.length > 0 ? 'Warning' : 'Info'}
      header={
        names.length > 0 ? `More than one account answers to “${claim}”` : `Nobody answers to “${claim}”`
      }
    >
      <SpaceBetween size="xs">
        <Sentences sentences={sentences} />
        {names.map((name) => (
          <Link key={name} href={registrationsLink(filter, name)}>
            {name}
          </Link>
        ))}
      </SpaceBetween>
    </Alert>
  );
};
