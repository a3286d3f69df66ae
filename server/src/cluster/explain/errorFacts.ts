/** For a person: what happened, and what to do about it. Neither holds a secret. */
export interface ExplainedError {
  /** One sentence. */
  readonly message: string;
  /** One or two sentences; empty when there is nothing to do but wait. */
  readonly whatToDo: string;
  /** A trusted certificate, of another host than the one that was connected to. */
  readonly isOtherHost?: true;
}

/** What the caller knows of the attempt that the error does not tell. */
export interface ErrorContext {
  /** `host:port`, when the error does not name it. */
  readonly address?: string;
  /** The address is one that the cluster gave, not one that a person wrote. */
  readonly isAdvertised?: boolean;
  readonly usesTls?: boolean;
  readonly usesSasl?: boolean;
}

/** An error taken apart: libraries and Node put the same things in different places. */
export interface ErrorFacts extends ErrorContext {
  readonly name: string;
  readonly message: string;
  /** Node's code, such as `ECONNREFUSED`. */
  readonly code: string;
  /** Kafka's own name of the error, such as `SASL_AUTHENTICATION_FAILED`. */
  readonly type: string;
  /** `host:port`, or `the broker` when it is not known. */
  readonly where: string;
}

export type Explainer = (facts: ErrorFacts) => ExplainedError | undefined;

export function errorFacts(error: unknown, context: ErrorContext): ErrorFacts {
  const fields = Object(error) as Readonly<Record<string, unknown>>;
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const address = text(fields.broker) || context.address;
  return {
    ...context,
    name: text(fields.name),
    message: text(fields.message) || String(error),
    code: text(fields.code),
    type: text(fields.type),
    where: address || 'the broker',
  };
}
