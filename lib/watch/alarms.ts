import type { AlarmPlan } from './alarm-plan.ts';
import { MACHINE_ALARMS } from './machine-alarms.ts';
import { MESSAGE_ALARMS } from './message-alarms.ts';
import { RECOVERY_ALARMS } from './recovery-alarms.ts';
import { SECURITY_ALARMS } from './security-alarms.ts';

/** Every alarm there is. */
export const ALARMS = {
  ...RECOVERY_ALARMS,
  ...MESSAGE_ALARMS,
  ...SECURITY_ALARMS,
  ...MACHINE_ALARMS,
} as const satisfies Readonly<Record<string, AlarmPlan>>;
/** The name of one: its heading in the runbook. */
export type AlarmName = keyof typeof ALARMS;
