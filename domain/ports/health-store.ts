import type { Examination } from '../health/examination.ts';
import type { Prospect, Colour, FixCode } from '../health/prospect.ts';

/** One pre-flight over everybody: written page by page, so that it can be gone on with after a pause. */
export interface PreFlight {
  readonly id: string;
  readonly startedAt: number;
  /** Left out while it is under way. */
  readonly finishedAt?: number;
  readonly pages: number;
  /** After whom to go on: the last one judged. */
  readonly after?: { readonly domain: string; readonly username: string };
  readonly counts: Readonly<Record<Colour, number>>;
  /** How many people each fix is for. */
  readonly fixes: Readonly<Partial<Record<FixCode, number>>>;
}

/** Keeps what the doctor and the pre-flight found, for some days. Throws a Failure when the store cannot be reached. */
export interface HealthStore {
  saveExamination(examination: Examination): Promise<void>;
  /** The newest; undefined before the first. */
  lastExamination(): Promise<Examination | undefined>;
  /**
   * Keeps the next page of a run (at most 500 people) and where the run stands after it, in one transaction. False, and
   * nothing is kept, when another has kept that page, or has begun a later run. A run may end with a page of nobody, which is
   * not counted.
   */
  savePage(run: PreFlight, page: readonly Prospect[]): Promise<boolean>;
  /** The newest run, finished or not. */
  lastPreFlight(): Promise<PreFlight | undefined>;
  /** The newest run that came to its end. */
  finishedPreFlight(): Promise<PreFlight | undefined>;
  /** Pages are counted from 0; undefined for one there is not. */
  page(run: string, number: number): Promise<readonly Prospect[] | undefined>;
}
