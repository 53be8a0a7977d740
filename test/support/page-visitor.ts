import type { Answer, FrontDoor } from './front-door.ts';

/** A form of a page: where it goes, and what it already carries. */
export interface Form {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const attribute = (tag: string, name: string): string | undefined => {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : unescaped(value);
};

/** The forms of a page that post, in order; the language picker is none of them. */
export const formsOf = ({ body }: Answer): readonly Form[] =>
  [...body.matchAll(/<form method="post"[^>]*>[\s\S]*?<\/form>/g)].map(([form]) => ({
    action: attribute(form, 'action') ?? '',
    fields: Object.fromEntries([
      ...[...form.matchAll(/<input[^>]*>/g)].map(([input]) => [
        attribute(input, 'name') ?? '',
        attribute(input, 'value') ?? '',
      ]),
      ...[...form.matchAll(/<select[^>]*>[\s\S]*?<\/select>/g)].map(([select]) => [
        attribute(select, 'name') ?? '',
        attribute(/<option[^>]*\sselected[^>]*>/.exec(select)?.[0] ?? '', 'value') ?? '',
      ]),
    ]),
  }));

/** Everything on a page that leads somewhere. */
export const linksOf = ({ body, headers }: Answer): readonly string[] => [
  ...[...body.matchAll(/\s(?:href|action|src)="([^"]*)"/g)].map(([, link]) => unescaped(link ?? '')),
  ...(headers['location'] === undefined ? [] : [headers['location']]),
  ...(headers['refresh'] === undefined ? [] : [headers['refresh'].split('url=')[1] ?? '']),
];

/** Somebody with a browser and no script: keeps cookies, fills in forms, is led on by redirects. */
export interface PageVisitor {
  open(path: string): Promise<Answer>;
  /** Sends the form of the page shown last that goes to `to`, filled in further; follows where that leads. */
  send(to: string, fields?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Posts as it is told, and follows nothing. */
  post(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
  readonly jar: Map<string, string>;
  /** Every answer there was. */
  readonly seen: readonly Answer[];
}

export function pageVisitor(door: FrontDoor, from?: string): PageVisitor {
  const jar = new Map<string, string>();
  const seen: Answer[] = [];
  const { basePath, origin } = door.site;
  const inside = (link: string) => (link.startsWith(basePath) ? link.slice(basePath.length) : link);
  const keep = (answer: Answer): Answer => {
    seen.push(answer);
    for (const cookie of answer.cookies) {
      const [pair = ''] = cookie.split(';');
      const cut = pair.indexOf('=');
      if (cookie.includes('Max-Age=0')) jar.delete(pair.slice(0, cut));
      else jar.set(pair.slice(0, cut), pair.slice(cut + 1));
    }
    return answer;
  };
  const headers = () => ({ cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') });
  const place = from === undefined ? {} : { from };
  const open = async (path: string): Promise<Answer> =>
    keep(await door.ask({ method: 'GET', path, headers: headers(), ...place }));
  const post: PageVisitor['post'] = async (path, fields, more = {}) =>
    keep(
      await door.ask({
        method: 'POST',
        path,
        headers: {
          ...headers(),
          origin,
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/x-www-form-urlencoded',
          ...more,
        },
        body: new URLSearchParams(fields).toString(),
        ...place,
      }),
    );
  const follow = async (answer: Answer): Promise<Answer> => {
    const location = answer.headers['location'];
    return location === undefined ? answer : follow(await open(inside(location)));
  };
  return {
    jar,
    seen,
    open: async (path) => follow(await open(path)),
    post,
    send: async (to, fields = {}) => {
      const shown = seen.at(-1);
      const form = shown && formsOf(shown).find(({ action }) => action === basePath + to);
      if (!form)
        throw new Error(`the page has no form that goes to ${to}: ${shown?.body.slice(0, 2000) ?? ''}`);
      return follow(await post(to, { ...form.fields, ...fields }));
    },
  };
}
