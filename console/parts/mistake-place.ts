import { linkTo } from '../hash.ts';
import type { Document } from '../draft.tsx';

/** Where each part of the document is edited. */
const SCREENS: Readonly<Record<string, string>> = {
  languages: 'languages',
  branding: 'branding',
  methods: 'methods',
  textMessages: 'text-messages',
  searchForm: 'finding-people',
  postActions: 'after-a-change',
  registering: 'after-a-change',
  passwords: 'passwords',
  questions: 'questions',
  groups: 'groups',
  questionnaire: 'questionnaire',
  userConfigurations: 'user-configurations',
  blockList: 'block-list',
  access: 'access',
};

/** The link to where a mistake can be put right, by its JSON pointer; undefined where there is no one screen for it. */
export function mistakeLink(path: string, document: Document): string | undefined {
  const [, part = '', thing = ''] = path.split('/');
  const screen = SCREENS[part];
  if (screen === undefined) return undefined;
  const within = part === 'methods' ? thing : idAt(document, part, thing);
  return within ? linkTo(screen, within) : linkTo(screen);
}

/** The id of what stands at a place of a list; undefined of what has no page of its own. */
function idAt(document: Document, part: string, place: string): string | undefined {
  const lists = {
    questions: document.questions,
    groups: document.groups,
    userConfigurations: document.userConfigurations,
    postActions: document.postActions ?? [],
  };
  const list = Object.entries(lists).find(([name]) => name === part)?.[1];
  return /^\d+$/.test(place) ? list?.[Number(place)]?.id : undefined;
}
