import type { TypedValue } from '../../../catalogue/typed';

/** Why Kafka refuses a text as a setting's value. */
export type Refusal =
  | Exclude<TypedValue, { kind: 'ok' }>
  /** `form` ends a sentence: "which is …". */
  | { readonly kind: 'malformed'; readonly form: string };
