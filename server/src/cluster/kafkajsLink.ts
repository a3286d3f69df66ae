import Connection from 'kafkajs/src/network/connection.js';
import { apiVersions } from './api/apiVersions';
import { type ApiCall, type ApiSupport, pickVersion } from './api/call';
import type { ConnectionOptions, SaslOptions } from './connection';
import { FrameWatch } from './frames';
import { type BrokerAddress, type BrokerLink, formatAddress, type OpenLink, type RequestEvent } from './link';
import { LinkError } from './linkErrors';
import { openSocket } from './socket';
import { WireReader } from './wire/reader';
import { WireWriter } from './wire/writer';

type ConnectionSettings = ConstructorParameters<typeof Connection>[0];

/** kafkajs's own timeout, whose words are better, comes first. */
const SLACK_MS = 500;
const UNSUPPORTED_VERSION = 35;
const SASL_AUTHENTICATE = 36;

/**
 * Links that kafkajs carries. Of kafkajs only its connection is used: framing, matching answers to requests, SASL and
 * re-authentication. Its admin client sends hundreds of requests for one snapshot, and one bad partition hides the rest.
 */
export function kafkajsLinks(options: ConnectionOptions, onRequest?: (event: RequestEvent) => void): OpenLink {
  return async (address) => {
    const connection = new Connection(connectionSettings(address, options, onRequest));
    mendIdleTimer(connection);
    const guard = new Guard(connection, address, options.requestTimeoutMs);
    watchFrames(connection, guard);
    try {
      // A socket that ends before it is connected makes kafkajs call its own timeout off, and wait for ever.
      await guard.run(connection.connect(), options.connectionTimeoutMs + SLACK_MS);
      const support = await guard.run(askSupport(connection));
      prepareAuthentication(connection, support, options);
      await guard.run(connection.authenticate());
      return {
        support,
        get isOpen() {
          return connection.isConnected() && connection.socket?.destroyed === false;
        },
        send: firstAnswered(address, options, (call) => guard.run(send(connection, call))),
        close: () => guard.end(new LinkError('closed', 'The connection was closed here.')),
      } satisfies BrokerLink;
    } catch (error) {
      // A failed connection of kafkajs keeps its socket until the peer closes it, which a paused broker never does.
      guard.end(new LinkError('closed', 'The connection failed.'));
      throw error;
    }
  };
}

/** A SASL listener tells anybody its versions, and hangs up on who asks anything else without a login. */
function firstAnswered(
  address: BrokerAddress,
  { sasl }: ConnectionOptions,
  sendCall: BrokerLink['send'],
): BrokerLink['send'] {
  let hasAnswered = sasl !== undefined;
  return async (call) => {
    try {
      const answer = await sendCall(call);
      hasAnswered = true;
      return answer;
    } catch (error) {
      if (hasAnswered || !(error instanceof Error) || error.name !== 'KafkaJSConnectionClosedError') throw error;
      const message = `${formatAddress(address)} told its versions and hung up at the first question.`;
      throw new LinkError('login-wanted', message, { cause: error });
    }
  };
}

function connectionSettings(
  address: BrokerAddress,
  options: ConnectionOptions,
  onRequest?: (event: RequestEvent) => void,
): ConnectionSettings {
  return {
    ...address,
    clientId: options.clientId ?? 'kafka-config-lint',
    logger: SILENT,
    socketFactory: ({ onConnect }) => openSocket(address, options.tls, onConnect),
    ssl: options.tls ? {} : null,
    sasl: options.sasl ? saslSettings(options.sasl) : null,
    connectionTimeout: options.connectionTimeoutMs,
    requestTimeout: options.requestTimeoutMs,
    // Its check runs ten times a second for ever and reads the wall clock; Guard needs no timer while idle.
    enforceRequestTimeout: false,
    instrumentationEmitter: { emit: (name, payload) => onRequest && report(name, payload, onRequest) },
  };
}

/** The library logs what it sends while it authenticates; nothing of that may reach a log. */
const SILENT: ConnectionSettings['logger'] = {
  namespace: () => SILENT,
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
};

function saslSettings(sasl: SaslOptions): object {
  if (sasl.mechanism !== 'OAUTHBEARER') return { ...sasl, mechanism: sasl.mechanism.toLowerCase() };
  return { mechanism: 'oauthbearer', oauthBearerProvider: sasl.token };
}

/**
 * kafkajs 2.2.4 schedules a look at its queue of throttled requests after every answer, with a negative delay and for
 * ever: thousands of callbacks a second while idle. The look is of use only while something waits there.
 */
function mendIdleTimer({ requestQueue }: Connection): void {
  const schedule = requestQueue.scheduleCheckPendingRequests.bind(requestQueue);
  requestQueue.scheduleCheckPendingRequests = () => {
    if (requestQueue.pending.length > 0) schedule();
  };
}

/** What is no answer ends the link at once, and reaches nobody. */
function watchFrames(connection: Connection, guard: Guard): void {
  const watch = new FrameWatch((correlationId) => connection.requestQueue.inflight.has(correlationId));
  const process = connection.processData.bind(connection);
  connection.processData = (bytes) => {
    // Who has recognised another protocol has ended the socket already, with better words.
    if (connection.socket?.destroyed) return;
    if (watch.accepts(bytes)) process(bytes);
    else guard.end(new LinkError('not-kafka', `${formatAddress(guard.address)} sent an answer that is not Kafka’s.`));
  };
}

async function askSupport(connection: Connection): Promise<ApiSupport> {
  const answer = await send(connection, apiVersions(3));
  if (answer.errorCode !== UNSUPPORTED_VERSION) return answer.support;
  return (await send(connection, apiVersions(0))).support;
}

/** Every broker since Kafka 1.0 takes SASL within its protocol; bytes outside of it are no answers. */
function prepareAuthentication(connection: Connection, support: ApiSupport, { sasl }: ConnectionOptions): void {
  if (sasl) pickVersion(support, 'SaslAuthenticate', SASL_AUTHENTICATE, [0]);
  const versions = [...support.ranges].map(
    ([key, { min, max }]) => [key, { minVersion: min, maxVersion: max }] as const,
  );
  connection.setVersions(Object.fromEntries(versions));
  connection.setSupportAuthenticationProtocol(true);
}

function send<Answer>(connection: Connection, call: ApiCall<Answer>): Promise<Answer> {
  return connection.send({
    request: { apiKey: call.key, apiVersion: call.version, apiName: call.name, encode: async () => encode(call) },
    response: { decode: async (payload) => decode(call, payload), parse: async (answer) => answer },
  });
}

/** kafkajs writes the header that all versions share; a flexible version's tagged fields come after it. */
function encode<Answer>(call: ApiCall<Answer>) {
  const body = new WireWriter();
  if (call.flexible) body.noTags();
  call.write(body);
  const { bytes } = body;
  return { buf: bytes, buffer: bytes };
}

function decode<Answer>(call: ApiCall<Answer>, payload: Buffer): Answer {
  const body = new WireReader(payload);
  // The answer about versions must be readable to whoever asked for one that is unknown: its header never has tags.
  if (call.flexible && call.name !== 'ApiVersions') body.tags();
  return call.read(body);
}

/** Bounds everything that waits for one connection, by time and by the connection's end. */
class Guard {
  readonly #waiting = new Set<(error: Error) => void>();

  constructor(
    readonly connection: Connection,
    readonly address: BrokerAddress,
    readonly timeoutMs: number,
  ) {}

  /** Kafka answers in order, so that behind an unanswered request nothing else would arrive: a timeout ends the link. */
  async run<T>(work: Promise<T>, ms = this.timeoutMs): Promise<T> {
    let reject: (error: Error) => void = () => {};
    const failure = new Promise<never>((_, rejectFailure) => {
      reject = rejectFailure;
    });
    const message = `${formatAddress(this.address)} has not answered within ${ms} ms.`;
    const timer = setTimeout(() => this.end(new LinkError('timeout', message)), ms);
    this.#waiting.add(reject);
    try {
      return await Promise.race([work, failure]);
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(reject);
    }
  }

  /** kafkajs would not notice a request that it was about to write, nor an authentication that waits for a token. */
  end(error: Error): void {
    for (const reject of this.#waiting) reject(error);
    this.connection.requestQueue.rejectAll(error);
    this.connection.socket?.destroy();
  }
}

function report(name: string, payload: object, onRequest: (event: RequestEvent) => void): void {
  if (name !== 'network.request') return;
  const { broker, apiName, apiKey, duration, size } = payload as Record<string, unknown>;
  onRequest({
    broker: String(broker),
    api: String(apiName),
    apiKey: Number(apiKey),
    milliseconds: Number(duration),
    answerBytes: Number(size),
  });
}
