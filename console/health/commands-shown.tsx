import Box from '@cloudscape-design/components/box';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Finding } from '../../client/client.ts';

const SHELLS: Readonly<Record<Finding['commands'][number]['shell'], string>> = {
  dsacls: 'Command prompt',
  powershell: 'PowerShell',
};

/** The commands that mend a finding, each to be copied. They are run by hand, on a machine of the domain. */
export const CommandsShown = ({ commands }: Pick<Finding, 'commands'>) => (
  <SpaceBetween size="xs">
    {commands.map(({ shell, line }) => (
      <div key={line}>
        <Box variant="small">{SHELLS[shell]}</Box>
        <SpaceBetween direction="horizontal" size="xs">
          <Box variant="code">{line}</Box>
          <CopyToClipboard
            variant="icon"
            copyButtonAriaLabel={`Copy: ${line}`}
            copySuccessText="Copied"
            copyErrorText="Not copied: mark the text and copy it by hand"
            textToCopy={line}
          />
        </SpaceBetween>
      </div>
    ))}
  </SpaceBetween>
);
