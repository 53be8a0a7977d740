import { type AlarmPlan, asked } from './alarm-plan.ts';

/** The alarms of what is sent: e-mails, texts, and what follows a change. */
export const MESSAGE_ALARMS = {
  MessagesFailing: {
    severity: 'page',
    asked: asked('MessageFailed'),
    from: 5,
    lasting: 3,
    impact: 'Codes and notices do not go out: SES or SNS takes none. Each is tried again every minute.',
    firstStep: 'Is sending paused? SES, Account dashboard; then the journal of outbox-sender.',
  },
  MailBounces: {
    severity: 'ticket',
    from: 0.05,
    minutes: 60,
    lasting: 1,
    impact: 'One e-mail in twenty of this account bounces; AWS pauses sending at one in ten.',
    firstStep: 'Read the bounces in SES: addresses in the directory that are no longer there.',
  },
  MailComplaints: {
    severity: 'ticket',
    from: 0.001,
    minutes: 60,
    lasting: 1,
    impact: 'One e-mail in a thousand of this account is called spam; AWS pauses sending at five.',
    firstStep: 'Read in SES who complains, and what else this account sends.',
  },
  TextBudgetLow: {
    severity: 'ticket',
    from: 80,
    minutes: 24 * 60,
    lasting: 1,
    impact: "Four fifths of a day's texts were sent within a day; from the last on no code goes by text.",
    firstStep: 'Do proofs follow the codes? Then raise the budget; else somebody has texts sent.',
  },
  TextDropped: {
    severity: 'page',
    asked: asked('TextDropped'),
    from: 5,
    lasting: 1,
    impact: 'Codes by text are held back: people see the page as ever, and no text comes.',
    firstStep: 'Read the reason on the dashboard: a budget, too few codes that led to a proof, or a country.',
  },
  PostActionGivenUp: {
    severity: 'ticket',
    asked: asked('PostActionGivenUp'),
    from: 1,
    lasting: 1,
    impact:
      'Something that should follow a change was not done, and will not be: a webhook, an event, an attribute.',
    firstStep:
      'Read its line in the journal of post-actions or attribute-writer: it says which one, and why.',
  },
} as const satisfies Readonly<Record<string, AlarmPlan>>;
