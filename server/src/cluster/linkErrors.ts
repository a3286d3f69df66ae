import type { ErrorContext } from './explain/errorFacts';
import { type BrokerAddress, formatAddress } from './link';

/** What a link knows of a failure beyond the library's words. */
export type LinkFailure = 'timeout' | 'closed' | 'not-kafka' | 'http-server' | 'tls-server' | 'login-wanted';

export class LinkError extends Error {
  override readonly name = 'LinkError';
  constructor(
    readonly failure: LinkFailure,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  /** kafkajs throws errors of its own for a socket's, and of those keeps the message and the code. */
  get code(): LinkFailure {
    return this.failure;
  }
}

/** No broker answered, whichever was tried. */
export class NoBrokerError extends Error {
  override readonly name = 'NoBrokerError';
  /** `failures` in the order of trying, never empty; `context` is what was tried everywhere alike. */
  constructor(
    readonly failures: readonly { readonly address: BrokerAddress; readonly error: unknown }[],
    readonly context: ErrorContext = {},
  ) {
    super(`No broker answered: ${failures.map(({ address }) => formatAddress(address)).join(', ')}.`);
  }
}
