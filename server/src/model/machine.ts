import type { Entry } from './entry';
import type { Role } from './scope';
import type { Span } from './span';

/** Who reads settings of a host or of a Java process. */
export type MachineReader =
  /** Files that set the kernel's parameters whenever the machine starts. */
  | 'sysctl'
  /** PAM, when somebody logs in. */
  | 'limits'
  /** systemd, for one service. */
  | 'unit'
  /** A script, each time that somebody runs it. */
  | 'script'
  /** udev, for devices. */
  | 'udev'
  /** What starts a container, for this one alone. */
  | 'container'
  /** A task that writes them where they hold for good. */
  | 'task'
  /** The Java process. */
  | 'jvm';

/** What is known of the machine or the process that a scope's settings are for. */
export interface Machine {
  readonly reader: MachineReader;
  /** What the process is, where the file shows it: a server of Kafka, or something else beside it. */
  readonly process?: Role | 'server' | 'other';
  /** It runs in a container, whose ports are closed until somebody publishes them. */
  readonly contained?: boolean;
  /** Other branches of the script may set more of the same process, so that nothing is known to be absent. */
  readonly isPart?: boolean;
  /** How much memory there is for it, in bytes. */
  readonly memory?: number;
  /** Where it is started, such as `ExecStart=` of a unit: the place to speak of what is absent. */
  readonly start?: Span;
  /** The file is made for Kafka, and for nothing else. */
  readonly dedicated: boolean;
  /** With flags of a Java process: the variables that bring them, by name. */
  readonly variables?: ReadonlyMap<string, Entry>;
  /** Runs whenever the machine starts, so that nothing is lost. */
  readonly persistent: boolean;
}
