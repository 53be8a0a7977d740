import TopNavigation from '@cloudscape-design/components/top-navigation';
import { linkTo } from '../hash.ts';
import { useVisit } from '../session.tsx';

/** Which installation this is, and who is signed in. */
export function TopBar() {
  const { session, signOut } = useVisit();
  return (
    <TopNavigation
      identity={{ href: linkTo('overview'), title: `${session.organization}: Latchkey console` }}
      utilities={[
        ...(session.demo ? [{ type: 'button' as const, text: 'Demo', disableUtilityCollapse: true }] : []),
        {
          type: 'menu-dropdown',
          text: session.displayName,
          description: `${session.name}: ${session.roles.join(', ').replaceAll('-', ' ')}`,
          iconName: 'user-profile',
          items: [{ id: 'sign-out', text: 'Sign out' }],
          onItemClick: ({ detail }) => {
            if (detail.id === 'sign-out') void signOut();
          },
        },
      ]}
    />
  );
}
