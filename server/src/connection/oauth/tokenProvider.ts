import type { OauthToken } from '../../cluster/connection';
import type { OAuthSettings } from '../model';
import { requestToken, type Token } from './tokenRequest';

/** A token is asked for anew when this part of its life is over, as Kafka's sasl.login.refresh.window.factor has it. */
const REFRESH_AT = 0.8;

/**
 * Gives tokens of client credentials: one for all brokers, kept for as long as it is good. Rejects with a TokenError;
 * a failure is not kept. `now` gives milliseconds.
 */
export function tokenProvider(
  settings: OAuthSettings,
  clientSecret: string,
  now = Date.now,
): () => Promise<OauthToken> {
  const { extensions } = settings;
  let kept: { readonly token: Token; readonly until: number } | undefined;
  let pending: Promise<Token> | undefined;
  const renew = async (): Promise<Token> => {
    const asked = now();
    const token = await requestToken(settings, clientSecret, asked);
    // A token that does not say how long it is good is asked for each time.
    kept = { token, until: asked + (token.expiresIn ?? 0) * 1000 * REFRESH_AT };
    return token;
  };
  return async () => {
    if (kept && now() < kept.until) return toOauthToken(kept.token, extensions);
    pending ??= renew().finally(() => {
      pending = undefined;
    });
    return toOauthToken(await pending, extensions);
  };
}

function toOauthToken({ value }: Token, extensions: OAuthSettings['extensions']): OauthToken {
  return { value, ...(extensions && { extensions }) };
}
