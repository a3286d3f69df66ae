import type { Setting } from '../../../catalogue/types';
import type { Refusal } from './refusal';

/** Gets the value trimmed, as Kafka does. */
export type FormCheck = (value: string, setting: Setting) => Refusal | undefined;

/** What Kafka asks of a setting's value beyond its type, a range or a choice. */
export interface Form {
  readonly check: FormCheck;
  /** Kafka makes the check when it uses the value, so that the catalogue knows of none. */
  readonly unlisted?: true;
}

export const malformed = (form: string): Refusal => ({ kind: 'malformed', form });
