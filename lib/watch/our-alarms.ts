import type { ActsFor } from '../constructs/acting-for-us.ts';

/** How the name of every alarm that tells somebody begins. */
export const alarmPrefix = (environment: string): string => `Latchkey-${environment}-`;

/** For these alone CloudWatch may publish to the topics of an environment, and use their key. */
export const ourAlarms = (environment: string): ActsFor => ({
  service: 'cloudwatch',
  thing: `alarm:${alarmPrefix(environment)}*`,
});
