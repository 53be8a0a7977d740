import * as z from 'zod';
import { EMAIL } from './known-forms.ts';
import { say, text } from './wording.ts';

const HTTPS = /^https:\/\/[^\s/?#@]+(\/\S*)?$/;

/** Who is told of one severity: e-mail addresses, and https endpoints that confirm a subscription of SNS themselves. */
const told = z
  .array(
    z
      .string(say('an e-mail address or an https address'))
      .check(
        z.refine(
          (place) => EMAIL.test(place) || HTTPS.test(place),
          'must be an e-mail address such as oncall@example.com, or the https address of a service that takes notifications of SNS',
        ),
      ),
  )
  .default([]);

/** Who is told of alarms, and where they lead. */
export const watchSettings = z.strictObject({
  /** Somebody must act now, at night as well. */
  page: told,
  /** Somebody must act within a working day. */
  ticket: told,
  /** Somebody should know. */
  notice: told,
  /** One address that is told of all of them. */
  alarmEmail: text('one e-mail address that is told of alarms', EMAIL).optional(),
  /** Where the runbook is published; an alarm links into it. */
  runbook: text('the address of the runbook').default('docs/runbook.md'),
});
export type WatchSettings = z.output<typeof watchSettings>;

/** What is risky of it, one sentence each. */
export const watchWarnings = ({ page, alarmEmail }: WatchSettings): readonly string[] =>
  page.length === 0 && alarmEmail === undefined
    ? [
        'No alarm wakes anybody: give watch.page an e-mail address, or the https address of your paging service',
      ]
    : [];
