/** What Kafka's own clients call an option. */
export interface Counterpart {
  /** The key of Kafka's own clients that means the same with the same values, though its default may differ. */
  readonly kafkaKey?: string;
  /** The key of Kafka's own clients that comes nearest, where values or meaning differ. */
  readonly resembles?: string;
}
