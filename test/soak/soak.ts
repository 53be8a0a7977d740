/** What one batch of a proof did. */
export interface Batch {
  /** In the proof's own unit. */
  readonly done: number;
  /** One sentence for each thing that was not as promised. */
  readonly wrong: readonly string[];
  /** Numbers to be kept for the report, by series. */
  readonly samples?: Readonly<Record<string, readonly number[]>>;
}

/** Where a soak runs. */
export interface SoakGround {
  /** Endpoint of a DynamoDB Local; undefined where there is no Java. */
  readonly dynamodb: string | undefined;
  /** A folder of this run's own. */
  readonly folder: string;
}

/** One proof at full length: batches again and again until the goal is reached or the time is up. */
export interface Soak {
  readonly name: string;
  readonly what: string;
  readonly unit: string;
  readonly goal: number;
  readonly needsDynamoDb?: true;
  batch(ground: SoakGround): Promise<Batch>;
  /** What the samples say, for the report. */
  verdict?(samples: Readonly<Record<string, readonly number[]>>): string;
}
