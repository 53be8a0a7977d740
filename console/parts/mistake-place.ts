import { linkTo } from '../hash.ts';
import type { Document } from '../draft.tsx';

/** Where each part of the document is edited. */
const SCREENS: Readonly<Record<string, string>> = {
  languages: 'languages',
  branding: 'branding',
  methods: 'methods',
  textMessages: 'text-messages',
  searchForm: 'search-form',
  postActions: 'post-actions',
  registering: 'registering',
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
  if (part !== 'questions' && part !== 'groups' && part !== 'userConfigurations') return undefined;
  return /^\d+$/.test(place) ? document[part][Number(place)]?.id : undefined;
}
