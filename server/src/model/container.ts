import type { Entry } from './entry';
import type { Span } from './span';

/** The container that a process runs in, as far as the file that starts it tells. */
export interface Container {
  readonly image?: Image;
  /** All variables of its environment, those included that become no setting. */
  readonly variables: readonly Variable[];
  readonly ports: readonly PublishedPort[];
  /** The names under which other containers reach it. */
  readonly hosts: readonly string[];
  /** Where something is mounted in it. */
  readonly mounts: readonly string[];
  /** The addresses under which other containers of the file look for it. */
  readonly wanted: readonly string[];
  /** The images of the other containers of the file. */
  readonly neighbors: readonly string[];
}

export interface Image {
  /** As the file has it: `confluentinc/cp-kafka:7.9.0`. */
  readonly text: string;
  readonly span: Span;
  /** What it is known as; absent when nobody knows how it names its variables. */
  readonly name?: string;
}

export interface Variable {
  readonly name: string;
  readonly entry: Entry;
  /** The setting that the image makes of it. */
  readonly key?: string;
}

export interface PublishedPort {
  /** Absent when any free port will do. */
  readonly host?: number;
  readonly container: number;
  /** Only this machine can reach it. */
  readonly local: boolean;
  /** Written in the short form, with or without quotes around it. */
  readonly plain: boolean;
  readonly span: Span;
}
