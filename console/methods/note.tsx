import Box from '@cloudscape-design/components/box';
import type { ReactNode } from 'react';

/** Something said of a switch, below it. */
export const Note = ({ children }: { readonly children: ReactNode }) => (
  <Box color="text-body-secondary" fontSize="body-s">
    {children}
  </Box>
);
