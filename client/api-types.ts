// Made from docs/openapi.json by `npm run openapi`; do not edit.

export type Role = 'administrator' | 'policy-editor' | 'help-desk' | 'auditor';
export type PostAction =
  | {
      id: string;
      name: string;
      /**
       * @maxItems 1000
       */
      after?: ('unlock' | 'reset')[];
      kind: 'webhook';
      endpoint: string;
      text: string;
    }
  | {
      id: string;
      name: string;
      /**
       * @maxItems 1000
       */
      after?: ('unlock' | 'reset')[];
      kind: 'event';
      text: string;
    }
  | {
      id: string;
      name: string;
      /**
       * @maxItems 1000
       */
      after?: ('unlock' | 'reset')[];
      kind: 'attribute';
      attribute: string;
      value: string;
    };
export type BlockEntry =
  | {
      user: UserRef;
      reason: string;
      until?: string;
    }
  | {
      group: GroupRef;
      reason: string;
      until?: string;
    };
export type Section =
  | 'userConfigurations'
  | 'blockList'
  | 'questions'
  | 'groups'
  | 'questionnaire'
  | 'methods'
  | 'textMessages'
  | 'searchForm'
  | 'registering'
  | 'postActions'
  | 'passwords'
  | 'languages'
  | 'branding'
  | 'access';
export type WrittenBlockEntry =
  | {
      user: WrittenUserRef;
      reason: string;
      until?: string;
    }
  | {
      group: WrittenGroupRef;
      reason: string;
      until?: string;
    };
export type Status =
  'registered' | 'partly' | 'out-of-date' | 'never' | 'blocked' | 'not-offered' | 'protected';
export type Colour = 'green' | 'amber' | 'red';
export type FixCode =
  | 'gone'
  | 'blocked'
  | 'own-account'
  | 'privileged'
  | 'out-of-scope'
  | 'not-offered'
  | 'self-service-frozen'
  | 'not-enrolled'
  | 'register-again'
  | 'register-more'
  | 'disabled'
  | 'account-expired'
  | 'smart-card'
  | 'cannot-change-password'
  | 'no-reset-right'
  | 'no-unlock-right'
  | 'password-expired'
  | 'locked'
  | 'minimum-age';
export type FindingState = 'fine' | 'warning' | 'broken';

/**
 * Every route of administration, by its name: what it takes and what it answers.
 */
export interface Api {
  /**
   * Sign in as an administrator; the console is given a cookie, others a handle
   */
  'POST /api/admin/session': {
    body: {
      username: string;
      password: string;
    };
    reply: {
      name: string;
      displayName: string;
      roles: Role[];
      expiresAt: string;
      organization: string;
      version: string;
      demo: boolean;
      handle?: string;
    };
  };
  /**
   * Who is signed in, and what they may do
   */
  'GET /api/admin/session': {
    reply: AdminSession;
  };
  /**
   * Sign out
   */
  'DELETE /api/admin/session': {
    reply: {
      ended: true;
    };
  };
  /**
   * The configuration in force, and what it says in sentences
   */
  'GET /api/admin/configuration': {
    reply: {
      version: number;
      reason: string;
      author?: string;
      publishedAt?: string;
      document: ConfigurationDocument;
      questionnaireVersion: number;
      earlierQuestionnaires: {
        version: number;
        acceptedUntil: string;
      }[];
      sentences: Described[];
      warnings: string[];
      assessments: AssessedAction[];
      outside: Outside;
    };
  };
  /**
   * Every version there was, newest first
   */
  'GET /api/admin/configuration/versions': {
    query?: {
      before?: string;
      limit?: string;
    };
    reply: {
      versions: VersionSummary[];
      next?: string;
    };
  };
  /**
   * One version, and what it changed
   */
  'GET /api/admin/configuration/versions/{version}': {
    params: {
      version: string;
    };
    reply: {
      version: number;
      reason: string;
      author?: string;
      publishedAt?: string;
      document: ConfigurationDocument;
      changes: Change[];
      sentences: Described[];
    };
  };
  /**
   * My draft
   */
  'GET /api/admin/draft': {
    reply: {
      draft: Draft | null;
    };
  };
  /**
   * Keep my draft, mistakes and all
   */
  'PUT /api/admin/draft': {
    body: {
      document: WrittenDocument;
      basedOn: number;
      revision: number;
    };
    reply: Draft;
  };
  /**
   * Drop my draft
   */
  'DELETE /api/admin/draft': {
    body: {
      revision: number;
    };
    reply: {
      ended: true;
    };
  };
  /**
   * What my draft would change; must be seen before it is published
   */
  'POST /api/admin/draft/review': {
    body: {
      revision: number;
    };
    reply: {
      document: ConfigurationDocument | null;
      mistakes: Mistake[];
      warnings: string[];
      changes: Change[];
      sentences: Described[];
      assessments: AssessedAction[];
      needsEarlierUntil: boolean;
      draft?: Draft;
      meanwhile?: Meanwhile;
    };
  };
  /**
   * Put my draft in force, with a reason
   */
  'POST /api/admin/draft/publish': {
    body: {
      revision: number;
      reason: string;
      earlierUntil?: string;
    };
    reply: {
      version: number;
    };
  };
  /**
   * Bring what was published meanwhile into my draft
   */
  'POST /api/admin/draft/merge': {
    body: {
      revision: number;
      version: number;
      choices: {
        [k: string]: 'mine' | 'theirs';
      };
    };
    reply: {
      draft: Draft;
      overlaps: Overlap[];
    };
  };
  /**
   * Make an earlier version my draft
   */
  'POST /api/admin/draft/restore': {
    body: {
      version: number;
      revision: number;
    };
    reply: Draft;
  };
  /**
   * What a document would change; nothing is kept
   */
  'POST /api/admin/plan': {
    body: {
      document: WrittenDocument;
    };
    reply: {
      document: ConfigurationDocument | null;
      mistakes: Mistake[];
      warnings: string[];
      changes: Change[];
      sentences: Described[];
      assessments: AssessedAction[];
      needsEarlierUntil: boolean;
      draft?: Draft;
      meanwhile?: Meanwhile;
    };
  };
  /**
   * Whom a document would touch, page by page
   */
  'POST /api/admin/plan/impact': {
    body: {
      document: WrittenDocument;
      cursor?: string;
    };
    reply: Impact;
  };
  /**
   * Users, groups and OUs whose name begins so
   */
  'GET /api/admin/directory': {
    query: {
      kind: 'user' | 'group' | 'unit';
      beginning: string;
    };
    reply: {
      objects: DirectoryObject[];
    };
  };
  /**
   * Which user configuration a user falls under, and why
   */
  'POST /api/admin/match': {
    body: {
      username: string;
      document?: WrittenDocument;
    };
    reply: {
      found: boolean;
      name?: string;
      displayName?: string;
      distinguishedName?: string;
      userConfiguration?: ReasonToMatch;
      alsoMatching: ReasonToMatch[];
      blocked?: string;
      obstacle?: string;
      status?: Status;
      frozen?: {
        since: string;
        by: 'person' | 'help-desk';
      };
      sentences: string[];
    };
  };
  /**
   * Ready-made verification policies, and what each amounts to
   */
  'GET /api/admin/policies': {
    reply: {
      policies: ReadyMadePolicy[];
    };
  };
  /**
   * The languages there are, and whether a native speaker has read them
   */
  'GET /api/admin/languages': {
    reply: {
      languages: Language[];
    };
  };
  /**
   * Who is registered, partly, out of date, never; page by page
   */
  'GET /api/admin/registrations': {
    query?: {
      under?: string;
      userConfiguration?: string;
      status?: Status;
      since?: string;
      before?: string;
      cursor?: string;
      limit?: string;
    };
    reply: {
      rows: Registration[];
      looked: number;
      next?: string;
    };
  };
  /**
   * How many are; page by page, to be added up
   */
  'GET /api/admin/registrations/counts': {
    query?: {
      under?: string;
      cursor?: string;
    };
    reply: RegistrationCounts;
  };
  /**
   * Take away what people registered, with a reason; they are told
   */
  'POST /api/admin/registrations/revoke': {
    body: {
      /**
       * @minItems 1
       * @maxItems 100
       */
      people: Person[];
      reason: string;
    };
    reply: {
      results: {
        person: Person;
        result:
          | 'revoked'
          | 'not-registered'
          | 'changed-meanwhile'
          | 'sent'
          | 'already-reminded-today'
          | 'registered'
          | 'no-address'
          | 'not-offered'
          | 'frozen'
          | 'already-frozen'
          | 'unfrozen'
          | 'not-frozen';
      }[];
    };
  };
  /**
   * Remind people to register
   */
  'POST /api/admin/registrations/remind': {
    body: {
      /**
       * @minItems 1
       * @maxItems 100
       */
      people: Person[];
    };
    reply: {
      results: {
        person: Person;
        result:
          | 'revoked'
          | 'not-registered'
          | 'changed-meanwhile'
          | 'sent'
          | 'already-reminded-today'
          | 'registered'
          | 'no-address'
          | 'not-offered'
          | 'frozen'
          | 'already-frozen'
          | 'unfrozen'
          | 'not-frozen';
      }[];
    };
  };
  /**
   * Put self-service on hold for people, with a reason; they are told, and their accounts are not touched
   */
  'POST /api/admin/people/freeze': {
    body: {
      /**
       * @minItems 1
       * @maxItems 100
       */
      people: Person[];
      reason: string;
    };
    reply: {
      results: {
        person: Person;
        result:
          | 'revoked'
          | 'not-registered'
          | 'changed-meanwhile'
          | 'sent'
          | 'already-reminded-today'
          | 'registered'
          | 'no-address'
          | 'not-offered'
          | 'frozen'
          | 'already-frozen'
          | 'unfrozen'
          | 'not-frozen';
      }[];
    };
  };
  /**
   * Lift such a hold, whoever put it there, with a reason; they are told
   */
  'POST /api/admin/people/unfreeze': {
    body: {
      /**
       * @minItems 1
       * @maxItems 100
       */
      people: Person[];
      reason: string;
    };
    reply: {
      results: {
        person: Person;
        result:
          | 'revoked'
          | 'not-registered'
          | 'changed-meanwhile'
          | 'sent'
          | 'already-reminded-today'
          | 'registered'
          | 'no-address'
          | 'not-offered'
          | 'frozen'
          | 'already-frozen'
          | 'unfrozen'
          | 'not-frozen';
      }[];
    };
  };
  /**
   * What happened, newest first
   */
  'GET /api/admin/trail': {
    query?: {
      from?: string;
      to?: string;
      username?: string;
      reference?: string;
      kinds?: string;
      cursor?: string;
      limit?: string;
    };
    reply: {
      events: TrailEntry[];
      next?: string;
    };
  };
  /**
   * All that decides over one person, whether they could unlock or reset now, and the one thing to fix
   */
  'POST /api/admin/explain': {
    body: {
      claim: string;
    };
    reply: {
      found: 'one' | 'none' | 'several';
      names: string[];
      sentences: string[];
      explanation?: Explanation;
    };
  };
  /**
   * What the doctor and the pre-flight found last
   */
  'GET /api/admin/health': {
    reply: {
      examination: Examination | null;
      preFlight: PreFlight | null;
      underWay: PreFlight | null;
    };
  };
  /**
   * Who could help themselves and who not, by the last pre-flight; page by page
   */
  'GET /api/admin/pre-flight': {
    query?: {
      colour?: 'green' | 'amber' | 'red';
      fix?:
        | 'gone'
        | 'blocked'
        | 'own-account'
        | 'privileged'
        | 'out-of-scope'
        | 'not-offered'
        | 'self-service-frozen'
        | 'not-enrolled'
        | 'register-again'
        | 'register-more'
        | 'disabled'
        | 'account-expired'
        | 'smart-card'
        | 'cannot-change-password'
        | 'no-reset-right'
        | 'no-unlock-right'
        | 'password-expired'
        | 'locked'
        | 'minimum-age';
      cursor?: string;
    };
    reply: {
      run?: PreFlight | null;
      rows: Prospect[];
      looked: number;
      next?: string;
    };
  };
  /**
   * Have the doctor look at every domain now: network, certificates, clocks, both accounts, and their rights on each OU
   */
  'POST /api/admin/examination': {
    body: {};
    reply: Examination;
  };
}
export interface AdminSession {
  name: string;
  displayName: string;
  roles: Role[];
  expiresAt: string;
  organization: string;
  version: string;
  demo: boolean;
}
export interface ConfigurationDocument {
  format: 1;
  languages: {
    default: string;
    /**
     * @maxItems 1000
     */
    offered: string[];
  };
  branding: Branding;
  methods: MethodSettings;
  textMessages?: TextMessages;
  searchForm?: SearchForm;
  /**
   * @maxItems 1000
   */
  postActions?: PostAction[];
  registering?: {
    frozenHoursAfterReset: number;
  };
  passwords?: {
    /**
     * @maxItems 1000
     */
    bannedWords: string[];
  };
  /**
   * @maxItems 1000
   */
  questions: Question[];
  /**
   * @maxItems 1000
   */
  groups: QuestionGroup[];
  questionnaire: QuestionnairePlan;
  /**
   * @maxItems 1000
   */
  userConfigurations: UserConfiguration[];
  /**
   * @maxItems 1000
   */
  blockList: BlockEntry[];
  access: {
    /**
     * @maxItems 1000
     */
    administrator: GroupRef[];
    /**
     * @maxItems 1000
     */
    'policy-editor': GroupRef[];
    /**
     * @maxItems 1000
     */
    'help-desk': GroupRef[];
    /**
     * @maxItems 1000
     */
    auditor: GroupRef[];
  };
}
export interface Branding {
  organization: {
    [k: string]: string;
  };
  helpLine: {
    [k: string]: string;
  };
  linkWording?: {
    [k: string]: string;
  };
  logo?: {
    type: 'image/png' | 'image/jpeg' | 'image/webp';
    base64: string;
    alternative: {
      [k: string]: string;
    };
  };
  colours?: {
    accent: string;
    onAccent: string;
  };
}
export interface MethodSettings {
  'security-answers': {
    on: boolean;
    texts?: {
      name?: {
        [k: string]: string;
      };
      description?: {
        [k: string]: string;
      };
    };
  };
  'email-code': {
    on: boolean;
    texts?: {
      name?: {
        [k: string]: string;
      };
      description?: {
        [k: string]: string;
      };
    };
    addresses?: 'confirmed' | 'confirmed-or-directory';
  };
  'sms-code'?: {
    on: boolean;
    texts?: {
      name?: {
        [k: string]: string;
      };
      description?: {
        [k: string]: string;
      };
    };
  };
  'sent-code'?: {
    on: boolean;
    texts?: {
      name?: {
        [k: string]: string;
      };
      description?: {
        [k: string]: string;
      };
    };
    send?: 'email' | 'sms' | 'both' | 'email-first' | 'sms-first' | 'choice';
  };
  'authenticator-app'?: {
    on: boolean;
    texts?: {
      name?: {
        [k: string]: string;
      };
      description?: {
        [k: string]: string;
      };
    };
    setUp?: 'voluntary' | 'skippable' | 'forced';
  };
  passkey?: {
    on: boolean;
    texts?: {
      name?: {
        [k: string]: string;
      };
      description?: {
        [k: string]: string;
      };
    };
  };
  'recovery-code'?: {
    on: boolean;
    texts?: {
      name?: {
        [k: string]: string;
      };
      description?: {
        [k: string]: string;
      };
    };
  };
  'openid-connect'?: {
    on: boolean;
    texts?: {
      name?: {
        [k: string]: string;
      };
      description?: {
        [k: string]: string;
      };
    };
    /**
     * @maxItems 1000
     */
    acr?: string[];
    /**
     * @maxItems 1000
     */
    amr?: string[];
  };
  'external-responses'?: {
    on: boolean;
    texts?: {
      name?: {
        [k: string]: string;
      };
      description?: {
        [k: string]: string;
      };
    };
    /**
     * @maxItems 1000
     */
    prompts?: {
      id: string;
      label: {
        [k: string]: string;
      };
    }[];
  };
  'ldap-attributes'?: {
    on: boolean;
    texts?: {
      name?: {
        [k: string]: string;
      };
      description?: {
        [k: string]: string;
      };
    };
    /**
     * @maxItems 1000
     */
    attributes?: {
      attribute: string;
      label: {
        [k: string]: string;
      };
    }[];
  };
  'previous-authentication'?: {
    on: boolean;
    texts?: {
      name?: {
        [k: string]: string;
      };
      description?: {
        [k: string]: string;
      };
    };
    days?: number;
  };
}
export interface TextMessages {
  /**
   * @maxItems 1000
   */
  countries?: string[];
  numbers?: 'confirmed' | 'confirmed-or-directory';
  perHour: number;
  perDay: number;
}
export interface SearchForm {
  besidesName?: boolean;
  /**
   * @maxItems 1000
   */
  fields?: {
    attribute: string;
    label: {
      [k: string]: string;
    };
  }[];
  filter: string;
}
export interface Question {
  id: string;
  texts: {
    [k: string]: string;
  };
  minimumLength: number;
  caseSensitive: boolean;
  guessability?: 'low' | 'medium' | 'high';
  archived?: boolean;
}
export interface QuestionGroup {
  id: string;
  name: string;
  answer: number;
  /**
   * @maxItems 1000
   */
  questions: string[];
}
export interface QuestionnairePlan {
  /**
   * @maxItems 1000
   */
  items: (
    | {
        question: string;
      }
    | {
        group: string;
      }
  )[];
  ask?: number;
  minimumAnswers: number;
  maskAnswers: boolean;
}
export interface UserConfiguration {
  id: string;
  name: string;
  include: Audience;
  exclude: Audience;
  actions: {
    unlock: UnlockRule;
    reset: ResetRule;
  };
  /**
   * @maxItems 1000
   */
  acceptedRisks?: AcceptedRisk[];
}
export interface Audience {
  everyone?: boolean;
  /**
   * @maxItems 1000
   */
  users: UserRef[];
  /**
   * @maxItems 1000
   */
  groups: GroupRef[];
  /**
   * @maxItems 1000
   */
  units: string[];
  filter?: string;
}
export interface UserRef {
  name: string;
  guid: string;
}
export interface GroupRef {
  name: string;
  sid: string;
}
export interface UnlockRule {
  offered: boolean;
  /**
   * @maxItems 1000
   */
  required: (
    | 'security-answers'
    | 'email-code'
    | 'sms-code'
    | 'sent-code'
    | 'authenticator-app'
    | 'passkey'
    | 'recovery-code'
    | 'openid-connect'
    | 'external-responses'
    | 'ldap-attributes'
    | 'previous-authentication'
  )[];
  /**
   * @maxItems 1000
   */
  optional: (
    | 'security-answers'
    | 'email-code'
    | 'sms-code'
    | 'sent-code'
    | 'authenticator-app'
    | 'passkey'
    | 'recovery-code'
    | 'openid-connect'
    | 'external-responses'
    | 'ldap-attributes'
    | 'previous-authentication'
  )[];
  minimumOptional: number;
  evenWhenExpired?: boolean;
}
export interface ResetRule {
  offered: boolean;
  /**
   * @maxItems 1000
   */
  required: (
    | 'security-answers'
    | 'email-code'
    | 'sms-code'
    | 'sent-code'
    | 'authenticator-app'
    | 'passkey'
    | 'recovery-code'
    | 'openid-connect'
    | 'external-responses'
    | 'ldap-attributes'
    | 'previous-authentication'
  )[];
  /**
   * @maxItems 1000
   */
  optional: (
    | 'security-answers'
    | 'email-code'
    | 'sms-code'
    | 'sent-code'
    | 'authenticator-app'
    | 'passkey'
    | 'recovery-code'
    | 'openid-connect'
    | 'external-responses'
    | 'ldap-attributes'
    | 'previous-authentication'
  )[];
  minimumOptional: number;
  notWhileLocked?: boolean;
  notBeforeMinimumAge?: boolean;
  sentPassword?: {
    mode: 'sent' | 'sent-and-expired';
    by: 'email' | 'sms' | 'both' | 'email-first' | 'sms-first';
  };
}
export interface AcceptedRisk {
  risk: 'answers-alone' | 'sent-passwords';
  reason: string;
}
export interface Described {
  section: Section;
  id: string;
  name: string;
  sentences: string[];
}
export interface AssessedAction {
  userConfiguration: string;
  action: 'unlock' | 'reset';
  offered: boolean;
  sentence: string;
  points: number;
  nist: {
    standing: 'meets' | 'partly' | 'not-recognised';
    sentence: string;
  };
  wcag: {
    meets: boolean;
    sentence: string;
  };
  warnings: string[];
}
export interface Outside {
  identityProvider?: string;
  externalResponses?: string;
  webhooks: string[];
  events: boolean;
  writableAttributes: string[];
}
export interface VersionSummary {
  version: number;
  reason: string;
  author?: string;
  publishedAt?: string;
}
export interface Change {
  section: Section;
  id: string;
  name: string;
  kind: 'added' | 'removed' | 'changed';
  before: string[];
  after: string[];
}
export interface Draft {
  revision: number;
  basedOn: number;
  document: ConfigurationDocument;
  savedAt: string;
  reviewed?: number;
  mistakes: Mistake[];
  assessments: AssessedAction[];
}
export interface Mistake {
  path: string;
  code: string;
  message: string;
  remedy: string;
}
export interface WrittenDocument {
  format: 1;
  languages: {
    default: string;
    /**
     * @maxItems 1000
     */
    offered: string[];
  };
  branding: WrittenBranding;
  methods: MethodSettings;
  textMessages?: TextMessages;
  searchForm?: SearchForm;
  /**
   * @maxItems 1000
   */
  postActions?: PostAction[];
  registering?: {
    frozenHoursAfterReset: number;
  };
  passwords?: {
    /**
     * @maxItems 1000
     */
    bannedWords?: string[];
  };
  /**
   * @maxItems 1000
   */
  questions?: WrittenQuestion[];
  /**
   * @maxItems 1000
   */
  groups?: WrittenQuestionGroup[];
  questionnaire: WrittenQuestionnairePlan;
  /**
   * @maxItems 1000
   */
  userConfigurations?: WrittenUserConfiguration[];
  /**
   * @maxItems 1000
   */
  blockList?: WrittenBlockEntry[];
  access?: {
    /**
     * @maxItems 1000
     */
    administrator?: WrittenGroupRef[];
    /**
     * @maxItems 1000
     */
    'policy-editor'?: WrittenGroupRef[];
    /**
     * @maxItems 1000
     */
    'help-desk'?: WrittenGroupRef[];
    /**
     * @maxItems 1000
     */
    auditor?: WrittenGroupRef[];
  };
}
export interface WrittenBranding {
  organization: {
    [k: string]: string;
  };
  helpLine: {
    [k: string]: string;
  };
  linkWording?: {
    [k: string]: string;
  };
  logo?: {
    type: 'image/png' | 'image/jpeg' | 'image/webp';
    base64: string;
    alternative: {
      [k: string]: string;
    };
  };
  colours?: {
    accent: string;
    onAccent: string;
  };
}
export interface WrittenQuestion {
  id: string;
  texts: {
    [k: string]: string;
  };
  minimumLength?: number;
  caseSensitive?: boolean;
  guessability?: 'low' | 'medium' | 'high';
  archived?: boolean;
}
export interface WrittenQuestionGroup {
  id: string;
  name: string;
  answer: number;
  /**
   * @maxItems 1000
   */
  questions?: string[];
}
export interface WrittenQuestionnairePlan {
  /**
   * @maxItems 1000
   */
  items?: (
    | {
        question: string;
      }
    | {
        group: string;
      }
  )[];
  ask?: number;
  minimumAnswers?: number;
  maskAnswers?: boolean;
}
export interface WrittenUserConfiguration {
  id: string;
  name: string;
  include?: WrittenAudience;
  exclude?: WrittenAudience;
  actions: {
    unlock: WrittenUnlockRule;
    reset: WrittenResetRule;
  };
  /**
   * @maxItems 1000
   */
  acceptedRisks?: AcceptedRisk[];
}
export interface WrittenAudience {
  everyone?: boolean;
  /**
   * @maxItems 1000
   */
  users?: WrittenUserRef[];
  /**
   * @maxItems 1000
   */
  groups?: WrittenGroupRef[];
  /**
   * @maxItems 1000
   */
  units?: string[];
  filter?: string;
}
export interface WrittenUserRef {
  name: string;
  guid?: string;
}
export interface WrittenGroupRef {
  name: string;
  sid?: string;
}
export interface WrittenUnlockRule {
  offered: boolean;
  /**
   * @maxItems 1000
   */
  required?: (
    | 'security-answers'
    | 'email-code'
    | 'sms-code'
    | 'sent-code'
    | 'authenticator-app'
    | 'passkey'
    | 'recovery-code'
    | 'openid-connect'
    | 'external-responses'
    | 'ldap-attributes'
    | 'previous-authentication'
  )[];
  /**
   * @maxItems 1000
   */
  optional?: (
    | 'security-answers'
    | 'email-code'
    | 'sms-code'
    | 'sent-code'
    | 'authenticator-app'
    | 'passkey'
    | 'recovery-code'
    | 'openid-connect'
    | 'external-responses'
    | 'ldap-attributes'
    | 'previous-authentication'
  )[];
  minimumOptional?: number;
  evenWhenExpired?: boolean;
}
export interface WrittenResetRule {
  offered: boolean;
  /**
   * @maxItems 1000
   */
  required?: (
    | 'security-answers'
    | 'email-code'
    | 'sms-code'
    | 'sent-code'
    | 'authenticator-app'
    | 'passkey'
    | 'recovery-code'
    | 'openid-connect'
    | 'external-responses'
    | 'ldap-attributes'
    | 'previous-authentication'
  )[];
  /**
   * @maxItems 1000
   */
  optional?: (
    | 'security-answers'
    | 'email-code'
    | 'sms-code'
    | 'sent-code'
    | 'authenticator-app'
    | 'passkey'
    | 'recovery-code'
    | 'openid-connect'
    | 'external-responses'
    | 'ldap-attributes'
    | 'previous-authentication'
  )[];
  minimumOptional?: number;
  notWhileLocked?: boolean;
  notBeforeMinimumAge?: boolean;
  sentPassword?: {
    mode: 'sent' | 'sent-and-expired';
    by: 'email' | 'sms' | 'both' | 'email-first' | 'sms-first';
  };
}
export interface Meanwhile {
  versions: VersionSummary[];
  changes: Change[];
  overlaps: Overlap[];
}
export interface Overlap {
  key: string;
  section: Section;
  name: string;
  theirs: string[];
  mine: string[];
  chosen: 'mine' | 'theirs';
}
export interface Impact {
  people: number;
  touched: number;
  mustRegisterAgain: number;
  newlyBlocked: number;
  noLongerBlocked: number;
  byUserConfiguration: {
    [k: string]: {
      before: number;
      after: number;
    };
  };
  byStatus: {
    [k: string]: {
      before: number;
      after: number;
    };
  };
  answered: {
    [k: string]: number;
  };
  next?: string;
}
export interface DirectoryObject {
  kind: 'user' | 'group' | 'unit';
  name: string;
  id: string;
  distinguishedName: string;
  displayName: string;
}
export interface ReasonToMatch {
  id: string;
  name: string;
  because: string;
}
export interface ReadyMadePolicy {
  id: 'citrix-compatible' | 'balanced' | 'strict';
  name: string;
  description: string;
  policy: {
    required: (
      | 'security-answers'
      | 'email-code'
      | 'sms-code'
      | 'sent-code'
      | 'authenticator-app'
      | 'passkey'
      | 'recovery-code'
      | 'openid-connect'
      | 'external-responses'
      | 'ldap-attributes'
      | 'previous-authentication'
    )[];
    optional: (
      | 'security-answers'
      | 'email-code'
      | 'sms-code'
      | 'sent-code'
      | 'authenticator-app'
      | 'passkey'
      | 'recovery-code'
      | 'openid-connect'
      | 'external-responses'
      | 'ldap-attributes'
      | 'previous-authentication'
    )[];
    minimumOptional: number;
  };
  risks: ('answers-alone' | 'sent-passwords')[];
  assessment: Assessment;
}
export interface Assessment {
  sentence: string;
  points: number;
  nist: {
    standing: 'meets' | 'partly' | 'not-recognised';
    sentence: string;
  };
  wcag: {
    meets: boolean;
    sentence: string;
  };
  warnings: string[];
}
export interface Language {
  tag: string;
  name: string;
  coverage: number;
  reviewed: boolean;
  test: boolean;
  offered: boolean;
  direction: 'ltr' | 'rtl';
  questionsWithoutText: string[];
}
export interface Registration {
  person: Person;
  name: string;
  displayName: string;
  distinguishedName: string;
  disabled: boolean;
  userConfiguration?: string;
  status: Status;
  methods: (
    | 'security-answers'
    | 'email-code'
    | 'sms-code'
    | 'sent-code'
    | 'authenticator-app'
    | 'passkey'
    | 'recovery-code'
    | 'openid-connect'
    | 'external-responses'
    | 'ldap-attributes'
    | 'previous-authentication'
  )[];
  changedAt?: string;
  goodUntil?: string;
}
export interface Person {
  domain: string;
  guid: string;
}
export interface RegistrationCounts {
  looked: number;
  byStatus: {
    [k: string]: number;
  };
  byUserConfiguration: {
    [k: string]: {
      [k: string]: number;
    };
  };
  next?: string;
}
export interface TrailEntry {
  id: string;
  at: string;
  kind: string;
  person: Person;
  name?: string;
  by?: string;
  reference: string;
  source: string;
  says: string;
  details: {
    [k: string]: unknown;
  };
}
export interface Explanation {
  person: Person;
  name: string;
  displayName: string;
  distinguishedName: string;
  domainController: string;
  frozen?: {
    since: string;
    by: 'person' | 'help-desk';
  };
  colour: Colour;
  fix?: {
    code: FixCode;
    sentence: string;
  };
  unaccepted?: string;
  actions: {
    unlock: {
      works: 'yes' | 'no' | 'not-offered';
      because?: FixCode;
      until?: string;
      sentence: string;
    };
    reset: {
      works: 'yes' | 'no' | 'not-offered';
      because?: FixCode;
      until?: string;
      sentence: string;
    };
  };
  userConfiguration?: ReasonToMatch;
  alsoMatching: ReasonToMatch[];
  sentences: string[];
  blocked?: string;
  obstacle?: string;
  conditions: {
    code:
      | 'disabled'
      | 'account-expired'
      | 'account-expires'
      | 'smart-card'
      | 'locked'
      | 'not-locked'
      | 'wrong-passwords'
      | 'must-change'
      | 'password-set'
      | 'password-expired'
      | 'password-expires'
      | 'password-never-expires'
      | 'minimum-age'
      | 'cannot-change-password'
      | 'outside-logon-hours';
    sentence: string;
  }[];
  rules: {
    source: string;
    readable: boolean;
    sentences: string[];
  };
  status: Status;
  methods: (
    | 'security-answers'
    | 'email-code'
    | 'sms-code'
    | 'sent-code'
    | 'authenticator-app'
    | 'passkey'
    | 'recovery-code'
    | 'openid-connect'
    | 'external-responses'
    | 'ldap-attributes'
    | 'previous-authentication'
  )[];
  provable: (
    | 'security-answers'
    | 'email-code'
    | 'sms-code'
    | 'sent-code'
    | 'authenticator-app'
    | 'passkey'
    | 'recovery-code'
    | 'openid-connect'
    | 'external-responses'
    | 'ldap-attributes'
    | 'previous-authentication'
  )[];
  registration: string[];
}
export interface Examination {
  at: string;
  domains: {
    domain: string;
    worst: FindingState;
    findings: Finding[];
  }[];
  configuration: Finding[];
  notes: string[];
}
export interface Finding {
  check:
    | 'controller-name'
    | 'controller-port'
    | 'controller-trust'
    | 'controller-certificate-name'
    | 'controller-certificate-days'
    | 'controller-clock'
    | 'controller-writable'
    | 'controller-order'
    | 'policy-hints'
    | 'data-proxy-account'
    | 'self-service-account'
    | 'account-privilege'
    | 'base-dn'
    | 'served-unit'
    | 'reading'
    | 'password-settings'
    | 'reset-right'
    | 'unlock-right'
    | 'must-change-right'
    | 'rights-too-many'
    | 'configuration-reference';
  question: string;
  object: string;
  state: FindingState;
  cause: string;
  remedy?: string;
  commands: {
    shell: 'dsacls' | 'powershell';
    line: string;
  }[];
}
export interface PreFlight {
  startedAt: string;
  finishedAt?: string;
  counts: {
    green: number;
    amber: number;
    red: number;
  };
  fixes: {
    [k: string]: number;
  };
}
export interface Prospect {
  person: Person;
  name: string;
  displayName: string;
  colour: Colour;
  actions: {
    unlock: {
      works: 'yes' | 'no' | 'not-offered';
      because?: FixCode;
    };
    reset: {
      works: 'yes' | 'no' | 'not-offered';
      because?: FixCode;
    };
  };
  fix?: FixCode;
}
export interface Problem {
  type: 'about:blank';
  title: string;
  status: number;
  /**
   * Stable; what programs decide by
   */
  code: string;
  /**
   * What a person reads out to the help desk
   */
  reference: string;
  field?: string;
  /**
   * Whether anything was changed in the directory
   */
  changed?: 'no' | 'unknown';
  triesLeft?: number;
  retryAfterSeconds?: number;
  reasons?: unknown;
  /**
   * The roles that may do what was refused
   */
  roles?: Role[];
  /**
   * All that is wrong with a document
   */
  mistakes?: Mistake[];
  meanwhile?: Meanwhile;
  draft?: Draft;
  /**
   * More about this one, in a sentence
   */
  detail?: string;
}
