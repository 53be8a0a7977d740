/** What Secrets Manager invokes a rotation function with. */
export interface RotationEvent {
  readonly Step: string;
  readonly SecretId: string;
  readonly ClientRequestToken: string;
}

/** A rotation function. */
export type RotationFunction = (event: RotationEvent) => Promise<unknown>;

/** Rotations as Secrets Manager runs them: behind the back of whoever asked for one. */
export interface Rotations {
  /** The function that rotates from now on. */
  by(rotate: RotationFunction): void;
  /** Whether there is one. */
  arePossible(): boolean;
  /** Runs the four steps, one after the other, until one fails; answers at once. */
  begin(secretArn: string, token: string): void;
  /** Begins no further step of that secret's rotation. */
  cancel(secretArn: string): void;
  /** Settles when nothing runs any more. */
  settled(): Promise<void>;
}

const STEPS = ['createSecret', 'setSecret', 'testSecret', 'finishSecret'];

/** Rotations in this process. A step that fails is not repeated until somebody asks for the rotation again. */
export function standInRotations(): Rotations {
  const running = new Map<string, Promise<void>>();
  const cancelled = new Set<string>();
  let rotate: RotationFunction | undefined;

  async function steps(SecretId: string, ClientRequestToken: string): Promise<void> {
    for (const Step of STEPS) {
      // It tells of its failures itself, as on AWS.
      const done = await rotate?.({ Step, SecretId, ClientRequestToken }).then(
        () => true,
        () => false,
      );
      if (!done || cancelled.has(SecretId)) break;
    }
    running.delete(SecretId);
  }

  return {
    by: (given) => void (rotate = given),
    arePossible: () => rotate !== undefined,
    begin(secretArn, token) {
      cancelled.delete(secretArn);
      if (!running.has(secretArn)) running.set(secretArn, steps(secretArn, token));
    },
    cancel: (secretArn) => void cancelled.add(secretArn),
    settled: async () => void (await Promise.all(running.values())),
  };
}
