import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Spinner from '@cloudscape-design/components/spinner';
import type { ReactNode } from 'react';
import type { Health, HealthNow } from './use-health.ts';

/** Shows what is known once it is; until then that it is asked, or why it could not be told. */
export function HealthAsked(
  props: Pick<HealthNow, 'health' | 'trouble' | 'again'> & {
    readonly children: (health: Health) => ReactNode;
  },
) {
  const { health, trouble, again, children } = props;
  if (trouble !== undefined)
    return (
      <Alert
        type="error"
        statusIconAriaLabel="Error"
        header="It could not be read what the doctor found"
        action={<Button onClick={again}>Try again</Button>}
      >
        {trouble}
      </Alert>
    );
  return health ? children(health) : <Spinner size="large" />;
}
