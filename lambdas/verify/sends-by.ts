import { sendMethod, type SendMethod } from '../../domain/policy/methods.ts';
import type { Configuration } from '../../domain/policy/configuration.ts';
import type { CodeMethod } from '../../domain/verification/method.ts';

/** How the code of a method gets to people: the same for everybody. */
export const sendsBy = (method: CodeMethod, configuration: Pick<Configuration, 'document'>): SendMethod =>
  method === 'email-code' ? 'email' : method === 'sms-code' ? 'sms' : sendMethod(configuration.document);
