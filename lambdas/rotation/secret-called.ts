/** What Secrets Manager adds to the name of a secret in its ARN. */
const TAIL = /-[A-Za-z0-9]{6}$/;
const ARN = /^arn:[^:]*:secretsmanager:[^:]*:\d*:secret:/;

/**
 * Whether an ARN or name asked for is of the secret that is listed by its ARN, or by its name. A name stands for itself: another
 * secret may be called like ours with six more characters.
 */
export const isSecretCalled = (listed: string, asked: string): boolean =>
  asked === listed ||
  (!ARN.test(listed) && ARN.test(asked) && asked.replace(ARN, '').replace(TAIL, '') === listed);
