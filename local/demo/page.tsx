import type { Child } from 'hono/jsx';
import type { OwnWords } from '../../domain/policy/branding.ts';
import { frameOf } from '../../lambdas/http/frame.ts';
import type { Site } from '../../lambdas/http/site.ts';
import { at, type Frame } from '../../portal/frame.ts';
import { layout } from '../../portal/layout.tsx';
import { Go } from '../../portal/parts/form.tsx';

/** The frame of a page of the demonstration; these pages are in English only. */
export const demoFrame = (site: Site, words: OwnWords, path: string): Frame => ({
  ...frameOf(site, { presentation: { ...words, language: 'en', languages: [] }, formToken: '', path }),
  formToken: undefined,
});

/** A page that exists in the demonstration only, in the portal's clothes. */
export const demoPage = (frame: Frame, title: string, children: Child): string =>
  layout(
    frame,
    { title },
    <>
      <link rel="stylesheet" href={at(frame, '/demo/demo.css')} />
      <h1>{title}</h1>
      {children}
      {frame.path !== '/demo' && (
        <p>
          <Go frame={frame} to="/demo">
            All about this demo
          </Go>
        </p>
      )}
    </>,
  );
