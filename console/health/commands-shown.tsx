import Box from '@cloudscape-design/components/box';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Finding } from '../../client/client.ts';

const SHELLS: Readonly<Record<Finding['commands'][number]['shell'], string>> = {
  dsacls: 'At a command prompt',
  powershell: 'In PowerShell',
};

/** The commands that mend a finding, each to be copied. They are run by hand, on a machine of the domain. */
export const CommandsShown = ({ object, commands }: Pick<Finding, 'object' | 'commands'>) => (
  <SpaceBetween size="xs">
    {commands.map(({ shell, line }, index) => (
      <div key={line}>
        {shell !== commands[index - 1]?.shell && (
          <Box variant="small" display="block">
            {SHELLS[shell]}
          </Box>
        )}
        <CopyToClipboard
          variant="inline"
          copyButtonAriaLabel={`Copy command ${index + 1} for ${object}`}
          copySuccessText="Copied"
          copyErrorText="Not copied: mark the text and copy it by hand"
          textToCopy={line}
          textToDisplay={<Box variant="code">{line}</Box>}
        />
      </div>
    ))}
  </SpaceBetween>
);
