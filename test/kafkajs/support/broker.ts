import { Duplex } from 'node:stream';
import { type ISocketFactory, Kafka, type KafkaConfig, logLevel } from 'kafkajs';
import { answerGroup } from './groupApis';
import { answerLog } from './logApis';
import { APIS, type Api, type BrokerState, HOST, PORT } from './state';
import { array, int16, int32, Reader, string, struct } from './wire';

export interface Request {
  readonly api: Api;
  readonly body: Buffer;
}

/** The answer's body; undefined where Kafka answers nothing. */
type Answer = Buffer | undefined;
type Answering = (body: Reader) => Answer | Promise<Answer>;

/** One broker without a network: it notes what KafkaJS writes, keeps what is produced, and answers as Kafka does. */
export interface FakeBroker {
  readonly requests: readonly Request[];
  /** The bodies of the requests of one kind so far. */
  sent(api: Api): Reader[];
  /** Answers requests of one kind in another way from now on. */
  answer(api: Api, answering: Answering): void;
  readonly state: BrokerState;
  readonly socketFactory: ISocketFactory;
}

export function fakeBroker({ partitions = 1 } = {}): FakeBroker {
  const requests: Request[] = [];
  const state: BrokerState = { partitions, logs: new Map(), committed: new Map() };
  const others = new Map<Api, Answering>();
  const respond = (api: Api, body: Buffer): Answer | Promise<Answer> => {
    requests.push({ api, body });
    const other = others.get(api);
    if (other) return other(new Reader(body));
    return answerAlways(api) ?? answerLog(state, api, new Reader(body)) ?? answerGroup(state, api, new Reader(body));
  };
  return {
    requests,
    state,
    sent: (api) => requests.filter((request) => request.api === api).map((request) => new Reader(request.body)),
    answer: (api, answering) => {
      others.set(api, answering);
    },
    socketFactory: ({ onConnect }) => socketTo(respond, onConnect),
  };
}

/** A client of the broker; it logs nothing and tries nothing again unless told to. */
export function kafkaOn(broker: FakeBroker, config: Partial<KafkaConfig> = {}): Kafka {
  return new Kafka({
    brokers: [`${HOST}:${PORT}`],
    socketFactory: broker.socketFactory,
    logLevel: logLevel.NOTHING,
    retry: { retries: 0, initialRetryTime: 1, maxRetryTime: 2 },
    ...config,
  });
}

function answerAlways(api: Api): Answer {
  if (api !== 'ApiVersions') return undefined;
  const versions = array(Object.values(APIS), ([key, version]) => struct(int16(key), int16(version), int16(version)));
  return struct(int16(0), versions, int32(0));
}

type Respond = (api: Api, body: Buffer) => Answer | Promise<Answer>;

/** KafkaJS takes a Node socket; these are the parts of one that it uses. */
function socketTo(respond: Respond, onConnect: () => void): ReturnType<ISocketFactory> {
  let pending = Buffer.alloc(0);
  const socket = new Duplex({
    read: () => undefined,
    write: (chunk: Buffer, _encoding, done) => {
      pending = Buffer.concat([pending, chunk]);
      while (pending.length >= 4 && pending.length >= 4 + pending.readInt32BE()) {
        const size = pending.readInt32BE();
        handle(pending.subarray(4, 4 + size));
        pending = pending.subarray(4 + size);
      }
      done();
    },
  });
  const handle = (frame: Buffer): void => {
    const { api, correlation, body } = openFrame(frame);
    void Promise.resolve(respond(api, body)).then((answer) => {
      if (answer && !socket.destroyed) socket.push(struct(int32(4 + answer.length), int32(correlation), answer));
    });
  };
  setImmediate(onConnect);
  return Object.assign(socket, { unref: () => socket }) as unknown as ReturnType<ISocketFactory>;
}

function openFrame(frame: Buffer): { api: Api; correlation: number; body: Buffer } {
  const header = new Reader(frame);
  const key = header.int16();
  header.int16();
  const correlation = header.int32();
  const client = header.string() ?? '';
  const api = (Object.keys(APIS) as Api[]).find((name) => APIS[name][0] === key);
  if (!api) throw new Error(`The broker of these tests does not answer requests of kind ${key}.`);
  return { api, correlation, body: frame.subarray(8 + string(client).length) };
}
