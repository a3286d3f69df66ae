/** What a link knows of a failure beyond the library's words. */
export type LinkFailure = 'timeout' | 'closed' | 'http-server' | 'tls-server';

export class LinkError extends Error {
  override readonly name = 'LinkError';
  constructor(
    readonly failure: LinkFailure,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
