import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';

/** The frame of every screen: its heading, what it is for in a sentence, its main acts, and what it shows. */
export const ScreenLayout = (props: {
  readonly title: string;
  readonly description: string;
  readonly counter?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) => (
  <ContentLayout
    header={
      <Header
        variant="h1"
        description={props.description}
        {...(props.counter !== undefined && { counter: props.counter })}
        actions={props.actions}
      >
        {props.title}
      </Header>
    }
  >
    <SpaceBetween size="l">{props.children}</SpaceBetween>
  </ContentLayout>
);
