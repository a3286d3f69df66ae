import type { Written } from './resource';

/** A topic that code creates, as far as it is written out. */
export interface CreatedTopic {
  readonly name?: Written<string>;
  readonly partitions?: Written<number>;
  readonly replicas?: Written<number>;
}
