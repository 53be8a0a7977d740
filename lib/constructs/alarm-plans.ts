import type { AlarmPlan } from '../watch/alarm-plan.ts';
import { MACHINE_ALARMS } from '../watch/machine-alarms.ts';
import { MESSAGE_ALARMS } from '../watch/message-alarms.ts';
import { RECOVERY_ALARMS } from '../watch/recovery-alarms.ts';
import { SECURITY_ALARMS } from '../watch/security-alarms.ts';

/** Every alarm there is. */
export const ALARMS = {
  ...RECOVERY_ALARMS,
  ...MESSAGE_ALARMS,
  ...SECURITY_ALARMS,
  ...MACHINE_ALARMS,
} as const satisfies Readonly<Record<string, AlarmPlan>>;
export type AlarmName = keyof typeof ALARMS;
