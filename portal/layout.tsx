import type { Child } from 'hono/jsx';
import { at, listOf, type Frame, type Problems } from './frame.ts';
import { ErrorSummary } from './parts/error-summary.tsx';
import { HelpLine } from './parts/help-line.tsx';
import { KeyMark, Progress, type Step } from './parts/key.tsx';
import { LanguagePicker } from './parts/language-picker.tsx';
import { phrases } from './phrase.ts';

/** What a page says about itself. */
export interface Head {
  /** Plain text; the organization's name is added, and "Error:" in front when there is a problem. */
  readonly title: string;
  readonly problem?: Problems | undefined;
  /** Where in a recovery the page stands; the same steps for everyone. */
  readonly step?: Step;
  /** Has a form that has the browser use or make a passkey. */
  readonly passkeys?: true;
}

/**
 * One whole HTML document around the children of `main`. Everything that is text is escaped here (by hono/jsx),
 * and nothing in it needs a script: no inline script, style or handler, nothing from elsewhere.
 */
export function layout(frame: Frame, head: Head, children: Child): string {
  const problems = listOf(head.problem);
  const page = (
    <html lang={frame.language} dir={frame.direction} data-kiosk={frame.kiosk ? '' : undefined}>
      <PageHead frame={frame} head={head} wrong={problems.length > 0} />
      <body>
        <a class="skip" href="#main">
          {phrases(frame.language)('layout.skip')}
        </a>
        <Banner frame={frame} step={head.step} />
        <main id="main" tabindex={-1}>
          <ErrorSummary frame={frame} problems={problems} />
          {children}
        </main>
        <HelpLine frame={frame} />
      </body>
    </html>
  );
  if (page instanceof Promise) throw new TypeError('A page must not wait for anything');
  return `<!doctype html>${page.toString()}`;
}

function PageHead({ frame, head, wrong }: { frame: Frame; head: Head; wrong: boolean }) {
  const whole = `${head.title} – ${frame.organization}`;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex" />
      <title>{wrong ? `${phrases(frame.language)('layout.error')} ${whole}` : whole}</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href={at(frame, `/assets/${frame.assets.css}`)} />
      {frame.sheet !== undefined && <link rel="stylesheet" href={at(frame, frame.sheet)} />}
      <script type="module" src={at(frame, `/assets/${frame.assets.js}`)}></script>
      {head.passkeys && <script type="module" src={at(frame, `/assets/${frame.assets.passkey}`)}></script>}
    </head>
  );
}

function Mark({ frame }: { frame: Frame }) {
  if (!frame.logo) return <KeyMark />;
  const { path, width, height, alternative } = frame.logo;
  return <img class="logo" src={at(frame, path)} width={width} height={height} alt={alternative} />;
}

function Banner({ frame, step }: { frame: Frame; step: Step | undefined }) {
  const t = phrases(frame.language);
  return (
    <header>
      {frame.demo && <p class="demo">{t('layout.demo')}</p>}
      <div class="bar">
        <a class="home" href={at(frame, '/')} aria-label={`${frame.organization}: ${t('layout.home')}`}>
          <Mark frame={frame} />
          <bdi>{frame.organization}</bdi>
        </a>
        <LanguagePicker frame={frame} />
      </div>
      {step && <Progress frame={frame} step={step} />}
    </header>
  );
}
