import { Stack } from 'aws-cdk-lib';
import type { Settings } from '../settings.ts';
import type { RecoveryFunction } from './recovery-function.ts';

/** Lets a function send e-mail from the one address, of the one identity. */
export function letSendMail(sender: RecoveryFunction, { from, identity }: Settings['mail']): void {
  const { partition, region, account } = Stack.of(sender);
  const name = identity ?? from.slice(from.indexOf('@') + 1);
  sender.set('LATCHKEY_MAIL_FROM', from);
  sender.allow({
    actions: ['ses:SendEmail'],
    resources: [`arn:${partition}:ses:${region}:${account}:identity/${name}`],
    conditions: { StringEquals: { 'ses:FromAddress': from } },
  });
}

/** Lets a function send text messages. A telephone number has no ARN, so this is: to anything that is not a topic. */
export function letSendTexts(sender: RecoveryFunction): void {
  sender.allow({
    actions: ['sns:Publish'],
    notResources: [`arn:${Stack.of(sender).partition}:sns:*:*:*`],
  });
}

/** Lets a function publish on one topic, and use its key for that. */
export function letPublish(it: RecoveryFunction, topic: Settings['postActions']['topic']): void {
  if (!topic) return;
  it.allow({ actions: ['sns:Publish'], resources: [topic.arn] });
  if (topic.encryptionKeyArn === undefined) return;
  it.allow({
    actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
    resources: [topic.encryptionKeyArn],
    conditions: { StringEquals: { 'kms:ViaService': `sns.${Stack.of(it).region}.amazonaws.com` } },
  });
}
