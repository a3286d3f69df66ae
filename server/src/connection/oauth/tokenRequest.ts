import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { OAuthSettings } from '../model';
import { type Answer, answerError, networkError, readJson, TokenError } from './tokenError';

export interface Token {
  readonly value: string;
  /** Seconds from now on; absent when neither the answer nor the token says. */
  readonly expiresIn?: number;
}

/** Milliseconds until an endpoint that says nothing counts as unreachable. */
const TIMEOUT_MS = 10_000;

/** Longer answers are no token. */
const MAX_ANSWER = 1_000_000;

/** What a SASL message can carry: Kafka refuses any other character in a token. */
const TOKEN = /^[\w.~+/-]+=*$/;

/** Asks the endpoint for a token as Kafka's own client does; rejects with a TokenError. `now` is in milliseconds. */
export async function requestToken(settings: OAuthSettings, clientSecret: string, now: number): Promise<Token> {
  const { tokenEndpoint } = settings;
  const answer = await post(settings, clientSecret).catch((error: unknown) => {
    throw networkError(tokenEndpoint, error);
  });
  const { access_token, id_token, expires_in } = readJson(answer.body);
  const value = [access_token, id_token].find((one) => typeof one === 'string' && one.trim() !== '');
  const isGood = answer.status === 200 || answer.status === 201;
  if (!isGood || typeof value !== 'string') throw answerError(tokenEndpoint, answer, clientSecret);
  const token = value.trim();
  if (!TOKEN.test(token)) throw new TokenError('The token has characters that Kafka does not take in a bearer token.');
  const expiresIn = readSeconds(expires_in) ?? secondsLeft(token, now);
  return { value: token, ...(expiresIn !== undefined && { expiresIn }) };
}

function post(settings: OAuthSettings, clientSecret: string): Promise<Answer> {
  const url = new URL(settings.tokenEndpoint);
  const { headers, body } = tokenForm(settings, clientSecret);
  const send = url.protocol === 'http:' ? requestHttp : requestHttps;
  return new Promise((resolve, reject) => {
    const request = send(url, { method: 'POST', headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
        if (text.length > MAX_ANSWER) request.destroy(new Error('the answer is too long'));
      });
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
    });
    const timeout = Object.assign(new Error(`no answer within ${TIMEOUT_MS / 1000} s`), { code: 'ETIMEDOUT' });
    const timer = setTimeout(() => request.destroy(timeout), TIMEOUT_MS);
    request.on('error', reject);
    request.on('close', () => clearTimeout(timer));
    request.end(body);
  });
}

/** Kafka encodes id, secret and scope only when sasl.oauthbearer.header.urlencode says so, though RFC 6749 wants it. */
function tokenForm({ clientId, scope, urlEncode }: OAuthSettings, clientSecret: string) {
  const encode = urlEncode ? formEncode : (text: string): string => text;
  const credentials = `${encode(clientId.trim())}:${encode(clientSecret.trim())}`;
  const body = `grant_type=client_credentials${scope?.trim() ? `&scope=${encode(scope.trim())}` : ''}`;
  const headers = {
    Accept: 'application/json',
    Authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
    'Cache-Control': 'no-cache',
    'Content-Type': 'application/x-www-form-urlencoded',
    'Content-Length': Buffer.byteLength(body),
  };
  return { headers, body };
}

/** As java.net.URLEncoder does. */
function formEncode(text: string): string {
  return new URLSearchParams({ '': text }).toString().slice(1);
}

function readSeconds(raw: unknown): number | undefined {
  const seconds = typeof raw === 'string' ? Number(raw) : raw;
  return typeof seconds === 'number' && Number.isFinite(seconds) && seconds > 0 ? seconds : undefined;
}

/** By the `exp` of a JWT. */
function secondsLeft(token: string, now: number): number | undefined {
  const { exp } = readJson(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  return typeof exp === 'number' ? Math.max(exp - now / 1000, 0) : undefined;
}
