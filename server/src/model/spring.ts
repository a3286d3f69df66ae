import type { Entry } from './entry';

/** What Spring reads beside the settings of a client, and what it does not. */
export interface Spring {
  /** Properties below `spring.kafka` that nothing reads; their keys are without the client's name. */
  readonly unread: readonly Entry[];
  /** Spring's own, by name: `listener.ack-mode`, `spring.json.trusted.packages`. */
  readonly own: ReadonlyMap<string, Entry>;
}
