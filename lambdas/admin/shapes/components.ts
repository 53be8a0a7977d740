import type * as z from 'zod/mini';
import * as assessments from './assessments.ts';
import * as document from './document.ts';
import * as health from './health-parts.ts';
import { methodsShape, textMessagesShape } from './methods.ts';
import * as reply from './reply-parts.ts';
import * as settings from './settings.ts';
import { personShape, roleShape, statusShape } from './requests.ts';

/** The shapes that have a name of their own in the OpenAPI document, and so in what is generated from it. */
export const COMPONENTS: Readonly<Record<string, () => z.ZodMiniType>> = {
  Role: roleShape,
  Person: personShape,
  ConfigurationDocument: document.documentShape,
  UserRef: document.userRefShape,
  GroupRef: document.groupRefShape,
  Audience: document.audienceShape,
  UnlockRule: document.unlockRuleShape,
  ResetRule: document.resetRuleShape,
  AcceptedRisk: document.acceptedRiskShape,
  MethodSettings: methodsShape,
  TextMessages: textMessagesShape,
  SearchForm: settings.searchFormShape,
  PostAction: settings.postActionShape,
  Outside: settings.outsideShape,
  UserConfiguration: document.userConfigurationShape,
  Question: document.questionShape,
  QuestionGroup: document.questionGroupShape,
  QuestionnairePlan: document.questionnaireShape,
  Branding: document.brandingShape,
  BlockEntry: document.blockEntryShape,
  Section: reply.sectionShape,
  AdminSession: reply.sessionShape,
  Mistake: reply.mistakeShape,
  Change: reply.changeShape,
  VersionSummary: reply.versionSummaryShape,
  Meanwhile: reply.meanwhileShape,
  Described: reply.describedShape,
  Assessment: assessments.assessmentShape,
  AssessedAction: assessments.assessedShape,
  ReadyMadePolicy: assessments.readyMadeShape,
  Draft: reply.draftShape,
  Overlap: reply.overlapShape,
  Status: statusShape,
  Impact: reply.impactShape,
  DirectoryObject: reply.directoryObjectShape,
  ReasonToMatch: reply.reasonToMatchShape,
  Language: reply.languageShape,
  Registration: reply.registrationShape,
  RegistrationCounts: reply.countsShape,
  TrailEntry: reply.trailEntryShape,
  Colour: health.colourShape,
  FixCode: health.fixShape,
  FindingState: health.findingStateShape,
  Finding: health.findingShape,
  Examination: health.examinationShape,
  PreFlight: health.preFlightShape,
  Prospect: health.prospectShape,
  Explanation: health.explanationShape,
};
