import type { OwnWords } from '../../domain/policy/branding.ts';
import { SECURITY_HEADERS } from '../../lambdas/http/security-headers.ts';
import type { Site } from '../../lambdas/http/site.ts';
import type { LocalPages } from '../answer-requests.ts';
import type { Mailbox } from '../aws/mailbox.ts';
import type { Count } from '../counting-meter.ts';
import type { PlainRequest } from '../gateway.ts';
import type { LocalDirectories } from '../local-directory.ts';
import { type HttpAnswer, plain } from '../server.ts';
import { indexPage } from './index-page.tsx';
import { lockOut } from './lock-out.ts';
import { mailboxPage } from './mailbox-page.tsx';
import { metricsPage } from './metrics-page.tsx';
import { demoFrame } from './page.tsx';
import { signInPage, type SignInView } from './sign-in-page.tsx';
import { DEMO_STYLE } from './style.ts';
import { windowsSignIn } from './windows-sign-in.ts';

export interface DemoParts {
  readonly site: Site;
  /** Of the organization, in English. */
  readonly words: OwnWords;
  readonly directories: LocalDirectories;
  readonly mailbox: Pick<Mailbox, 'messages'>;
  readonly counts: () => readonly Count[];
}

type Page = (request: PlainRequest) => HttpAnswer | Promise<HttpAnswer>;

/** The pages under /demo. They are no part of the product, and none of them is in api.ts. */
export function demoPages({ site, words, directories, mailbox, counts }: DemoParts): LocalPages {
  const frame = (path: string) => demoFrame(site, words, path);
  const mayLock = directories[0].people.length > 0;
  const signIn = (view: Omit<SignInView, 'mayLock'> = {}): HttpAnswer =>
    content('text/html', signInPage(frame('/demo/sign-in'), { ...view, mayLock }));
  /** A form of ours was sent from a page of ours; browsers always say from where. */
  const form =
    (page: (fields: URLSearchParams) => Promise<HttpAnswer>): Page =>
    ({ headers, body }) =>
      headers.find(([name]) => name === 'origin')?.[1] === site.origin
        ? page(new URLSearchParams(body.toString('utf8')))
        : plain(403, 'This form must be sent from its own page.');

  const pages: Readonly<Record<string, Page>> = {
    'GET /demo': () => content('text/html', indexPage(frame('/demo'), directories)),
    'GET /demo/demo.css': () => content('text/css', DEMO_STYLE),
    'GET /demo/mailbox': () => content('text/html', mailboxPage(frame('/demo/mailbox'), mailbox.messages())),
    'GET /demo/metrics': () => content('text/html', metricsPage(frame('/demo/metrics'), counts())),
    'GET /demo/sign-in': () => signIn(),
    'POST /demo/sign-in': form(async (fields) => {
      const username = fields.get('username') ?? '';
      const result = await windowsSignIn(directories, username, fields.get('password') ?? '');
      return signIn({ username, result });
    }),
    'POST /demo/lock-out': form(async (fields) => {
      const username = fields.get('locked') ?? '';
      if (!mayLock) return plain(403, 'Only accounts of the demonstration are locked here.');
      return signIn({ username, result: await lockOut(directories, username) });
    }),
  };
  return async (request) => pages[`${request.method} ${request.path}`]?.(request);
}

const content = (type: string, body: string): HttpAnswer => ({
  status: 200,
  headers: { ...SECURITY_HEADERS, 'content-type': `${type}; charset=utf-8` },
  body,
});
