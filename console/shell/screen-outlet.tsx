import Box from '@cloudscape-design/components/box';
import Spinner from '@cloudscape-design/components/spinner';
import { lazy, Suspense, useEffect, type ComponentType } from 'react';
import { useHash } from '../hash.ts';
import { SCREENS } from '../screens.ts';
import { useVisit } from '../session.tsx';

const LOADED = new Map(SCREENS.map(({ path, load }) => [path, lazy(load)]));

/** The screen the address names, if whoever is signed in may see it. */
export function ScreenOutlet() {
  const { has } = useVisit();
  const { parts } = useHash();
  const [path = 'overview', ...rest] = parts;
  const screen = SCREENS.find((each) => each.path === path);
  const Shown: ComponentType<{ readonly rest: readonly string[] }> | undefined = LOADED.get(path);
  useEffect(() => {
    document.title = `${screen?.title ?? 'Not found'} – Latchkey console`;
  }, [screen]);
  if (!screen || !Shown) return <Box variant="h1">There is no screen of that name</Box>;
  if (!has(...screen.roles)) return <Box variant="h1">Your role does not include this screen</Box>;
  return (
    <Suspense fallback={<Spinner size="large" />}>
      <Shown rest={rest} />
    </Suspense>
  );
}
