import { holdOn, type HoldNeeds } from '../../domain/enrollment/hold.ts';
import { enrollmentOverview, type EnrollmentOverview } from '../../domain/enrollment/overview.ts';
import type { Session } from '../../domain/enrollment/session.ts';
import { methodWords } from '../http/method-words.ts';
import { json, type Reply } from '../http/reply.ts';
import { holdJson } from './held.ts';
import { questionnaireView } from './questionnaire-view.ts';

/** What somebody has registered, and what they are asked to, as JSON clients see it. */
export async function overviewJson(
  ports: HoldNeeds & Parameters<typeof enrollmentOverview>[0],
  session: Session,
  language: string,
): Promise<Reply> {
  const { methods, enough, configuration } = await enrollmentOverview(ports, session);
  const hold = await holdOn(ports, session.person);
  return json(200, {
    methods: methods.map((method) => ({
      ...datesAsText(method),
      name: methodWords(configuration, method.method, language).short.text,
    })),
    enough,
    questionnaire: questionnaireView(configuration, language),
    ...(hold && { onHold: holdJson(hold) }),
  });
}

const datesAsText = (method: EnrollmentOverview['methods'][number]): object => ({
  ...method,
  ...(method.changedAt !== undefined && { changedAt: new Date(method.changedAt).toISOString() }),
  ...(method.goodUntil !== undefined && { goodUntil: new Date(method.goodUntil).toISOString() }),
});
