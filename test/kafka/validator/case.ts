import type { Role } from '../../../server/src/model/scope';
import type { KafkaVersion } from '../../../server/src/model/version';

export type Pair = readonly [key: string, value: string];

/** A configuration to be judged; no key stands twice. */
export interface Case {
  readonly role: Role;
  readonly version: KafkaVersion;
  readonly entries: readonly Pair[];
}
