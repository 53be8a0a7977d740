import * as z from 'zod';
import { couldBeWritten } from '../../domain/policy/writable-attributes.ts';
import { address, secretName } from './outside-settings.ts';
import { say, text } from './wording.ts';

const webhook = z.strictObject({
  /** What administrators choose it by. */
  name: text('a short name of lower-case letters, digits and hyphens', /^[a-z0-9][a-z0-9-]{0,39}$/),
  url: address('the one address that is told'),
  secretName: secretName('what is signed with (base64, `whsec_…`) as its text'),
});

const attribute = text(
  'the LDAP name of an attribute, such as extensionAttribute7',
  /^[A-Za-z][A-Za-z0-9-]{0,63}$/,
).refine(
  couldBeWritten,
  say('an attribute that no sign-in, membership or address hangs on: this one is never written'),
);

/** What may be done after a change: what is named here, administrators may use. docs/post-actions.md. */
export const postActionSettings = z
  .strictObject({
    webhooks: z.array(webhook).default([]),
    /** An SNS topic of this account and region. */
    topic: z
      .strictObject({
        arn: text('the ARN of the topic', /^arn:[a-z-]+:sns:[a-z0-9-]+:\d{12}:[\w-]{1,256}(\.fifo)?$/),
        /** Of its customer-managed KMS key, where it has one. */
        encryptionKeyArn: text('the ARN of its KMS key', /^arn:[a-z-]+:kms:/).optional(),
      })
      .optional(),
    /** What the attribute writers may write, as they were delegated. */
    writableAttributes: z.array(attribute).default([]),
  })
  .superRefine(({ webhooks }, context) => {
    webhooks.forEach(({ name }, index) => {
      if (webhooks.findIndex((other) => other.name === name) < index)
        context.addIssue({
          code: 'custom',
          path: ['webhooks', index, 'name'],
          message: `"${name}" is the name of another webhook too: choose another`,
        });
    });
  });
export type PostActionSettings = z.output<typeof postActionSettings>;
