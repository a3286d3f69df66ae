import type { Reader } from '../../../catalogue/reader';
import type { Role } from '../../../model/scope';
import type { KafkaVersion } from '../../../model/version';

/** One check of Kafka's own across settings. */
export interface Combination {
  readonly roles: readonly Role[];
  /** The first version that has the check. */
  readonly from?: KafkaVersion;
  /** The first version that no longer has it. */
  readonly until?: KafkaVersion;
  /** Kafka goes on, but drops or overrides a setting. */
  readonly warning?: true;
  /** What the reader's settings break, if they do. */
  clash(reader: Reader): Clash | undefined;
}

export interface Clash {
  /** The settings that clash; the finding stands at the first of them that is written in the file. */
  readonly keys: readonly string[];
  readonly message: string;
  /** A setting is missing, which a template may write in other cases. */
  readonly missing?: true;
  readonly change?: { readonly key: string; readonly value: string } | { readonly remove: string };
}

interface Order {
  readonly roles: readonly Role[];
  readonly from?: KafkaVersion;
  readonly until?: KafkaVersion;
  /** Equal values clash too. */
  readonly strict?: true;
}

/** `low` has to be at most `high` (less than it when strict); the reader's defaults count. */
export function atMost(low: string, high: string, { strict, ...rest }: Order): Combination {
  return {
    ...rest,
    clash(reader) {
      const a = reader.number(low);
      const b = reader.number(high);
      if (a === undefined || b === undefined || (strict ? a < b : a <= b)) return undefined;
      const relation = strict ? 'less than' : 'at most';
      const message = `${low} is ${a}: it must be ${relation} ${high} (${b}), or Kafka fails to start.`;
      return { keys: [low, high], message };
    },
  };
}
