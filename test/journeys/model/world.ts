import type { FlowModel } from './flow-model.ts';
import type { ModelClient } from './model-client.ts';
import type { ModelGround } from './model-ground.ts';
import type { ModelPerson } from './model-person.ts';

/** One flow as it is, and as it should be. */
export interface LiveFlow {
  readonly model: FlowModel;
  readonly client: ModelClient;
  /** Undefined for the name that is nobody's. */
  readonly person: ModelPerson | undefined;
}

export interface World extends ModelGround {
  readonly people: Readonly<Record<'jo' | 'ann', ModelPerson>>;
  readonly flows: LiveFlow[];
}
