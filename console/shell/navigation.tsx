import SideNavigation from '@cloudscape-design/components/side-navigation';
import { linkTo, useHash } from '../hash.ts';
import { SCREENS } from '../screens.ts';
import { useVisit } from '../session.tsx';

const SECTIONS = ['Registrations', 'Health', 'Configuration', 'Records'] as const;

/** The screens that whoever is signed in may see. */
export function Navigation() {
  const { has } = useVisit();
  const [path = 'overview'] = useHash().parts;
  return (
    <SideNavigation
      header={{ text: 'Latchkey', href: linkTo('overview') }}
      activeHref={linkTo(path)}
      items={SECTIONS.map((section) => ({
        type: 'section',
        text: section,
        items: SCREENS.filter((screen) => screen.section === section && has(...screen.roles)).map(
          (screen) => ({
            type: 'link',
            text: screen.title,
            href: linkTo(screen.path),
          }),
        ),
      }))}
    />
  );
}
