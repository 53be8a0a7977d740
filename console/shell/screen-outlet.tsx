import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ErrorBoundary from '@cloudscape-design/components/error-boundary';
import Spinner from '@cloudscape-design/components/spinner';
import { lazy, Suspense, useEffect, useRef, type ComponentType } from 'react';
import { useHash } from '../hash.ts';
import { SCREENS } from '../screens.ts';
import { useVisit } from '../session.tsx';

const LOADED = new Map(SCREENS.map(({ path, load }) => [path, lazy(load)]));

/** The screen the address names, if whoever is signed in may see it. */
export function ScreenOutlet() {
  const { has } = useVisit();
  const { parts } = useHash();
  const [path = 'overview', ...rest] = parts;
  const place = useFocusAtEachPlace(parts.join('/'));
  const screen = SCREENS.find((each) => each.path === path);
  const Shown: ComponentType<{ readonly rest: readonly string[] }> | undefined = LOADED.get(path);
  useEffect(() => {
    document.title = `${screen?.title ?? 'Not found'} – Latchkey console`;
  }, [screen]);
  if (!screen || !Shown) return <Box variant="h1">There is no screen of that name</Box>;
  if (!has(...screen.roles)) return <Box variant="h1">Your role does not include this screen</Box>;
  return (
    <div ref={place} tabIndex={-1} style={{ outline: 'none' }}>
      <ErrorBoundary key={path} onError={() => undefined} renderFallback={() => <Broken />}>
        <Suspense fallback={<Spinner size="large" />}>
          <Shown rest={rest} />
        </Suspense>
      </ErrorBoundary>
    </div>
  );
}

/** Whoever follows a link begins to read at the top of the new screen, with the keyboard and a screen reader too. */
function useFocusAtEachPlace(place: string) {
  const element = useRef<HTMLDivElement>(null);
  const seen = useRef(place);
  useEffect(() => {
    if (seen.current === place) return;
    seen.current = place;
    element.current?.focus({ preventScroll: true });
    globalThis.scrollTo(0, 0);
  }, [place]);
  return element;
}

/** A screen whose file is not there any more: the console was deployed anew meanwhile. Or one that is at fault. */
const Broken = () => (
  <Box padding="xl">
    <Box variant="h1">This screen could not be shown</Box>
    <Box variant="p">
      Nothing was changed. Load the console again; it may have been deployed anew since you opened it.
    </Box>
    <Button variant="primary" onClick={() => globalThis.location.reload()}>
      Load the console again
    </Button>
  </Box>
);
