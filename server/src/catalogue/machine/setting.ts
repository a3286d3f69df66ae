import type { ConfigType, Importance } from '../types';

/** A setting of the kernel, of a process limit or of the JVM. */
export interface MachineSetting {
  readonly type: ConfigType;
  /** Null where it depends on the machine. */
  readonly default: string | null;
  readonly range?: readonly [min: string, max?: string];
  readonly oneOf?: readonly string[];
  /** How many whole numbers with blanks between them the value has. */
  readonly numbers?: number;
  readonly importance: Importance;
  readonly description: string;
  /** Its place in the documentation of its own project. */
  readonly url: string;
}
