import * as z from 'zod';
import { secretName } from './outside-settings.ts';
import { text } from './wording.ts';

const name = (what: string) =>
  text(`the sAMAccountName of ${what}, such as svc-latchkey-read`, /^[^\s"/\\[\]:;|=,+*?<>@]{1,20}$/);

/** One of a domain's two accounts of Latchkey's own. */
export const accountSettings = z.strictObject({
  username: name('the account'),
  /** A second account with the same rights. With it the password is rotated: one works while the other gets a new password. */
  alternate: name('the account it alternates with').optional(),
  /** `create` makes a secret with a random placeholder, to be overwritten by hand; else one that is there already. */
  secret: z
    .union([
      z.literal('create'),
      z.strictObject({
        arn: text(
          'the whole ARN of the secret, with its six random characters',
          /^arn:[a-z-]+:secretsmanager:[a-z0-9-]+:\d{12}:secret:.+-\w{6}$/,
        ),
        encryptionKeyArn: text('the ARN of its KMS key', /^arn:[a-z-]+:kms:/).optional(),
      }),
    ])
    .default('create'),
});
export type AccountSettings = z.output<typeof accountSettings>;

/** An account that may write some attributes, and nothing else. */
export const attributeWriterSettings = z.strictObject({
  username: name('the account'),
  secretName: secretName('its `{"username": …, "password": …}`'),
});

/** The account and, where there is one, the account it alternates with. */
export const namesOf = ({ username, alternate }: AccountSettings): readonly string[] =>
  alternate === undefined ? [username] : [username, alternate];
