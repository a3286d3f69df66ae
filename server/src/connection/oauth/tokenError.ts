/** Why there is no token: a sentence or two for a person, without any secret. */
export class TokenError extends Error {
  override readonly name = 'TokenError';
}

const NETWORK: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ENOTFOUND: 'its host cannot be resolved. Check the address, the DNS and the VPN.',
    EAI_AGAIN: 'its host cannot be resolved. Check the address, the DNS and the VPN.',
    ECONNREFUSED: 'nothing listens there. Check host and port.',
    ECONNRESET: 'it closed the connection. Check whether the address begins with https:// rightly.',
    ETIMEDOUT: 'it cannot be reached. Check the address, the proxy and the VPN.',
    CERT_HAS_EXPIRED: 'its certificate has expired.',
    ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host.',
    DEPTH_ZERO_SELF_SIGNED_CERT:
      'its certificate is signed by itself. Add its authority to those that this machine trusts.',
    SELF_SIGNED_CERT_IN_CHAIN: 'its authority is not trusted here. Add it to those that this machine trusts.',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its authority is not trusted here. Add it to those that this machine trusts.',
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its authority is not trusted here. Add it to those that this machine trusts.',
    ERR_SSL_WRONG_VERSION_NUMBER: 'it does not speak TLS. Check whether the address begins with https:// rightly.',
    EPROTO: 'it does not speak TLS. Check whether the address begins with https:// rightly.',
  }),
);

/** No answer came. */
export function networkError(endpoint: string, error: unknown): TokenError {
  const { code, message } = Object(error) as { readonly code?: unknown; readonly message?: unknown };
  const reason = NETWORK.get(String(code)) ?? `${String(message ?? error)}.`;
  return new TokenError(`The token endpoint ${endpoint} does not answer: ${reason}`);
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** The endpoint answered, with something else than a token. RFC 6749, section 5.2, has the codes. An endpoint may repeat the secret. */
export function answerError(endpoint: string, { status, body }: Answer, secret: string): TokenError {
  const { error, description } = readRefusal(body, secret);
  const said = [error, description].filter(Boolean).join(': ');
  const detail = said ? ` (${said})` : '';
  if (error === 'invalid_scope')
    return new TokenError(`The token endpoint knows no such scope${detail}. Check the scope.`);
  if (error === 'unauthorized_client' || error === 'unsupported_grant_type') {
    return new TokenError(
      `The token endpoint does not give this client a token for its credentials${detail}. Allow it the client credentials grant there.`,
    );
  }
  if (error === 'invalid_client' || status === 401 || status === 403) {
    return new TokenError(`The token endpoint refused the client id or the secret${detail}. Check both.`);
  }
  if (status >= 300 && status < 400) {
    return new TokenError(
      `${endpoint} redirects elsewhere, so it is not the token endpoint itself. Check the address.`,
    );
  }
  if (status === 404 || status === 405) {
    return new TokenError(`There is no token endpoint at ${endpoint} (HTTP ${status}). Check the path of the address.`);
  }
  if (status >= 500)
    return new TokenError(`The token endpoint ${endpoint} has failed itself (HTTP ${status})${detail}.`);
  if (status >= 400) return new TokenError(`The token endpoint refused the request (HTTP ${status})${detail}.`);
  return new TokenError(`${endpoint} answered without a token${detail}. Check the path of the address.`);
}

/** At most so many characters of what the endpoint says are shown. */
const MAX_SAID = 200;

function readRefusal(body: string, secret: string): { readonly error: string; readonly description: string } {
  const { error, error_description, errorCode, errorSummary } = readJson(body);
  const clean = (text: unknown): string => {
    const hidden = typeof text === 'string' ? text.replaceAll(secret, '•••') : '';
    return hidden
      .replace(/\p{Cc}+/gu, ' ')
      .slice(0, MAX_SAID)
      .trim();
  };
  return { error: clean(error ?? errorCode), description: clean(error_description ?? errorSummary) };
}

/** An empty object for anything but a JSON object. */
export function readJson(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
