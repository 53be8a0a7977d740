import type { LocalText, Question } from '../questionnaire/question.ts';
import type { GroupRef } from './audience.ts';
import type { BlockEntry } from './block-list.ts';
import type { MethodSettings, TextMessages } from './methods.ts';
import type { PostAction } from './post-action.ts';
import type { Registering } from './registering.ts';
import type { SearchForm } from './search-form.ts';
import type { UserConfiguration } from './user-configuration.ts';

/** What an administrator may be allowed. Each route says which roles may use it (lambdas/api.ts). */
export const ROLES = ['administrator', 'policy-editor', 'help-desk', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** A group of questions of which a person picks and answers some. */
export interface QuestionGroup {
  readonly id: string;
  readonly name: string;
  /** How many of them must be answered. */
  readonly answer: number;
  readonly questions: readonly string[];
}

/** What people are asked to register, and how it is asked of them. */
export interface QuestionnairePlan {
  readonly items: readonly (
    | { readonly question: string; readonly group?: never }
    | { readonly group: string; readonly question?: never }
  )[];
  /** How many of a person's answers are asked for at recovery; all, when left out. */
  readonly ask?: number;
  /** The fewest answers a questionnaire may take: a guard against a careless edit. */
  readonly minimumAnswers: number;
  /** Whether answers are hidden while typed, with a Show button beside. */
  readonly maskAnswers: boolean;
}

/** How the pages and letters present themselves: data, so that an upgrade leaves it alone. */
export interface Branding {
  readonly organization: LocalText;
  /** Whom to call: a number, a name, a place. May say `{organization}`. */
  readonly helpLine: LocalText;
  /** The words of the way in; the product's own when left out. May say `{organization}`. */
  readonly linkWording?: LocalText;
  readonly logo?: { readonly type: LogoType; readonly base64: string; readonly alternative: LocalText };
  /** `#rrggbb`; each against white and against its own text is held to WCAG 1.4.3. */
  readonly colours?: { readonly accent: string; readonly onAccent: string };
}
export const LOGO_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;
export type LogoType = (typeof LOGO_TYPES)[number];

/**
 * Everything the administrators decide, as one document: what is exported, planned, applied, drafted and published.
 * References carry the name that people read and the id that is meant. docs/configuration-format.md describes it.
 */
export interface ConfigurationDocument {
  readonly format: 1;
  readonly languages: { readonly default: string; readonly offered: readonly string[] };
  readonly branding: Branding;
  readonly methods: MethodSettings;
  /** Left out: no text is ever sent. */
  readonly textMessages?: TextMessages;
  /** What people may type instead of their name, or besides it. */
  readonly searchForm?: SearchForm;
  /** What happens after a change was made. */
  readonly postActions?: readonly PostAction[];
  readonly registering?: Registering;
  /** What new passwords must not be, beyond the directory's own rules. */
  readonly passwords?: {
    /** No new password may have one of these in it, whatever its case, or digits put for its letters. */
    readonly bannedWords: readonly string[];
  };
  readonly questions: readonly Question[];
  readonly groups: readonly QuestionGroup[];
  readonly questionnaire: QuestionnairePlan;
  /** In order: the first that matches wins. */
  readonly userConfigurations: readonly UserConfiguration[];
  readonly blockList: readonly BlockEntry[];
  /** Whose members may administer, besides the deployment's own administrators. */
  readonly access: Readonly<Record<Role, readonly GroupRef[]>>;
}
