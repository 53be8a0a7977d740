import type { AdminVisitNeeds } from '../../domain/administration/admin-visit.ts';
import type { DropDraftNeeds } from '../../domain/administration/drop-draft.ts';
import type { FreezeNeeds } from '../../domain/administration/freeze-people.ts';
import type { ImpactNeeds } from '../../domain/administration/impact-page.ts';
import type { MergeNeeds } from '../../domain/administration/merge-draft.ts';
import type { PreviewNeeds } from '../../domain/administration/preview-match.ts';
import type { PublishNeeds } from '../../domain/administration/publish-draft.ts';
import type { RegistrationNeeds } from '../../domain/administration/registrations.ts';
import type { RestoreNeeds } from '../../domain/administration/restore-version.ts';
import type { ReviewDraftNeeds } from '../../domain/administration/review-draft.ts';
import type { RevokeNeeds } from '../../domain/administration/revoke-registrations.ts';
import type { SaveDraftNeeds } from '../../domain/administration/save-draft.ts';
import type { SearchTrailNeeds } from '../../domain/administration/search-trail.ts';
import type { RemindNeeds } from '../../domain/administration/send-reminders.ts';
import type { ExplainNeeds } from '../../domain/health/explain-person.ts';
import type { Ports } from '../../domain/ports/index.ts';
import type { SignInAdministratorNeeds } from '../../domain/administration/sign-in-administrator.ts';

/** All that administering needs: administrators' own passwords, the directory to read, configuration, drafts, enrollments to revoke, the trail, what the doctor and the pre-flight found. */
export type AdminNeeds = SignInAdministratorNeeds &
  AdminVisitNeeds &
  SaveDraftNeeds &
  DropDraftNeeds &
  ReviewDraftNeeds &
  PublishNeeds &
  MergeNeeds &
  RestoreNeeds &
  ImpactNeeds &
  PreviewNeeds &
  RegistrationNeeds &
  RevokeNeeds &
  RemindNeeds &
  FreezeNeeds &
  SearchTrailNeeds &
  ExplainNeeds &
  Pick<Ports, 'health'>;
