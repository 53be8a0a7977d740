/** What Secrets Manager adds to the name of a secret in its ARN. */
const TAIL = /-[A-Za-z0-9]{6}$/;

/** Whether an ARN or name asked for is of the secret that is listed by its ARN, by its ARN without the six random characters, or by its name. */
export const isSecretCalled = (listed: string, asked: string): boolean =>
  asked === listed ||
  (TAIL.test(asked) &&
    (listed.startsWith('arn:')
      ? asked
      : asked.replace(/^arn:[^:]*:secretsmanager:[^:]*:\d*:secret:/, '')
    ).replace(TAIL, '') === listed);
