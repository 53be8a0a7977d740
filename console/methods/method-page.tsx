import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useDraft } from '../draft.tsx';
import { ConfigurationLayout } from '../parts/configuration-layout.tsx';
import { METHOD_WORDS, type Method } from '../parts/method-words.ts';
import { ToldPanel } from '../parts/told-panel.tsx';
import { AskedIn } from './asked-in.tsx';
import { MethodForm } from './method-form.tsx';
import { MethodSwitch } from './method-switch.tsx';
import { settingOf } from './settings.ts';

/** One method: its switch, what is set of it, and how the administrators call it. */
export function MethodPage({ method }: { readonly method: Method }) {
  const { document } = useDraft();
  return (
    <ConfigurationLayout
      title={METHOD_WORDS[method]}
      description="One of the ways people may prove themselves."
      paths={[`/methods/${method}`]}
    >
      <Container
        header={
          <Header variant="h2" description="The switch is saved in your draft at once.">
            Whether there is this method
          </Header>
        }
      >
        <SpaceBetween size="l">
          <MethodSwitch method={method} />
          <div>
            <Box variant="awsui-key-label">Asked for in</Box>
            <AskedIn method={method} />
          </div>
        </SpaceBetween>
      </Container>
      <MethodForm method={method} setting={settingOf(document, method)} />
      <ToldPanel section="methods" id={method} />
    </ConfigurationLayout>
  );
}
