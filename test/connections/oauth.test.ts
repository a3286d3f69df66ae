import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, it } from 'mocha';
import type { OAuthSettings } from '../../server/src/connection/model';
import { tokenProvider } from '../../server/src/connection/oauth/tokenProvider';

interface Asked {
  readonly method: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

type Answer = { readonly status?: number; readonly body: unknown; readonly headers?: Record<string, string> };

const SECRET = 'se:cret &+ü';

describe('OAuth client credentials', () => {
  let server: Server | undefined;
  let asked: Asked[] = [];
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
    asked = [];
  });

  /** An endpoint that gives its answers one after another, the last one for ever. */
  const endpoint = async (...answers: readonly [Answer, ...Answer[]]): Promise<string> => {
    const left = [...answers];
    const started = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      asked.push({ method: request.method, headers: request.headers, body });
      const answer = left.length > 1 ? left.shift() : left[0];
      response.writeHead(answer?.status ?? 200, answer?.headers);
      response.end(typeof answer?.body === 'string' ? answer.body : JSON.stringify(answer?.body));
    });
    server = started;
    await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(started.address() as AddressInfo).port}/token`;
  };
  const settings = (tokenEndpoint: string, more: Partial<OAuthSettings> = {}): OAuthSettings => ({
    mechanism: 'OAUTHBEARER',
    tokenEndpoint,
    clientId: 'lag viewer',
    ...more,
  });
  const refusal = async (tokenEndpoint: string): Promise<string> => {
    const error = await tokenProvider(settings(tokenEndpoint), SECRET)().catch((reason: unknown) => reason);
    assert.ok(error instanceof Error);
    assert.equal(error.name, 'TokenError');
    assert.ok(!error.message.includes(SECRET), error.message);
    return error.message;
  };

  it('are sent as Kafka sends them', async () => {
    const url = await endpoint({ body: { access_token: 'a.b.c', expires_in: 100 } });
    const token = await tokenProvider(
      settings(url, { scope: 'kafka read', extensions: { logicalCluster: 'x' } }),
      SECRET,
    )();
    assert.deepEqual(token, { value: 'a.b.c', extensions: { logicalCluster: 'x' } });
    const [request] = asked;
    assert.equal(request?.method, 'POST');
    assert.equal(request?.body, 'grant_type=client_credentials&scope=kafka read');
    assert.equal(request?.headers['content-type'], 'application/x-www-form-urlencoded');
    const basic = Buffer.from(request?.headers.authorization?.slice('Basic '.length) ?? '', 'base64').toString();
    assert.equal(basic, `lag viewer:${SECRET}`);
  });

  it('are encoded when the configuration says so', async () => {
    const url = await endpoint({ body: { access_token: 'a' } });
    await tokenProvider(settings(url, { scope: 'kafka read', urlEncode: true }), SECRET)();
    assert.equal(asked[0]?.body, 'grant_type=client_credentials&scope=kafka+read');
    const basic = Buffer.from(asked[0]?.headers.authorization?.slice('Basic '.length) ?? '', 'base64').toString();
    assert.equal(basic, 'lag+viewer:se%3Acret+%26%2B%C3%BC');
  });

  it('give one token to all who ask, until four fifths of its life are over', async () => {
    const url = await endpoint({ body: { access_token: 'one', expires_in: 100 } }, { body: { access_token: 'two' } });
    let now = 1_000_000;
    const token = tokenProvider(settings(url), SECRET, () => now);
    const both = await Promise.all([token(), token()]);
    assert.deepEqual(
      both.map(({ value }) => value),
      ['one', 'one'],
    );
    now += 79_999;
    assert.equal((await token()).value, 'one');
    now += 1;
    assert.equal((await token()).value, 'two');
    assert.equal(asked.length, 2);
    await token();
    assert.equal(asked.length, 3, 'a token of unknown life is not kept');
  });

  it('take the end of a token from the token itself when the answer does not say', async () => {
    const exp = Buffer.from(JSON.stringify({ exp: 1_100 })).toString('base64url');
    const url = await endpoint({ body: { access_token: `h.${exp}.s` } });
    let now = 1_000_000;
    const token = tokenProvider(settings(url), SECRET, () => now);
    await token();
    now += 79_999;
    await token();
    assert.equal(asked.length, 1);
  });

  it('are tried again after a failure', async () => {
    const url = await endpoint({ status: 503, body: '' }, { body: { access_token: 'late', expires_in: 9 } });
    const token = tokenProvider(settings(url), SECRET);
    await assert.rejects(token(), /has failed itself \(HTTP 503\)/);
    assert.equal((await token()).value, 'late');
  });

  for (const [what, answer, said] of [
    [
      'a wrong secret',
      { status: 401, body: { error: 'invalid_client', error_description: `bad ${SECRET}` } },
      /refused the client id or the secret \(invalid_client: bad •••\)/,
    ],
    ['a wrong secret without a reason', { status: 401, body: '' }, /refused the client id or the secret\. Check both/],
    ['an unknown scope', { status: 400, body: { error: 'invalid_scope' } }, /knows no such scope \(invalid_scope\)/],
    ['a client without the grant', { status: 400, body: { error: 'unauthorized_client' } }, /client credentials grant/],
    ['a wrong path', { status: 404, body: '<html>' }, /There is no token endpoint at .*HTTP 404/],
    ['a redirect', { status: 302, body: '', headers: { location: 'https://x/' } }, /redirects elsewhere/],
    ['a web page', { body: '<html>welcome</html>' }, /answered without a token/],
    ['an answer without a token', { body: { token_type: 'Bearer' } }, /answered without a token/],
    [
      'a token that would end the SASL message',
      { body: { access_token: 'a\u0001b' } },
      /has characters that Kafka does not take/,
    ],
  ] as const) {
    it(`explain ${what}`, async () => {
      assert.match(await refusal(await endpoint(answer)), said);
    });
  }

  it('explain an endpoint where nothing listens', async () => {
    const url = await endpoint({ body: '' });
    await new Promise((resolve) => server?.close(resolve));
    assert.match(await refusal(url), /does not answer: nothing listens there/);
  });

  it('explain an endpoint that speaks no TLS', async () => {
    const url = await endpoint({ body: '' });
    assert.match(await refusal(url.replace('http:', 'https:')), /does not answer: it (does not speak TLS|closed)/);
  });
});
