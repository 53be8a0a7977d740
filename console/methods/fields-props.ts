import type { Method } from '../parts/method-words.ts';
import type { Settings } from './settings.ts';

/** What the fields of a method are given. */
export interface FieldsProps<M extends Method> {
  readonly setting: Settings[M];
  readonly showErrors: boolean;
  readonly onChange: (part: Partial<Settings[M]>) => void;
}
