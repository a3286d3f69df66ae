import { type ApiCall, type ApiSupport, pickVersion } from '../../../server/src/cluster/api/call';
import type { DescribedGroup } from '../../../server/src/cluster/api/describeGroups';
import type { ListedGroup } from '../../../server/src/cluster/api/listGroups';
import type { MetadataAnswer, PartitionMetadata } from '../../../server/src/cluster/api/metadata';
import type { GroupOffsets } from '../../../server/src/cluster/api/offsetFetch';
import { type BrokerLink, formatAddress, type OpenLink } from '../../../server/src/cluster/link';
import { LinkError } from '../../../server/src/cluster/linkErrors';
import { WireReader } from '../../../server/src/cluster/wire/reader';
import { WireWriter } from '../../../server/src/cluster/wire/writer';

export interface FakeGroup {
  readonly listed: ListedGroup;
  readonly coordinator: number;
  readonly described?: DescribedGroup;
  readonly offsets: GroupOffsets;
}

export interface FakeState {
  readonly brokers: readonly number[];
  readonly topics: readonly FakeTopic[];
  groups: readonly FakeGroup[];
  readonly support: ApiSupport;
  /** Brokers whose port refuses. */
  readonly down: Set<number>;
  /** What a request by name answers instead of the truth, for one broker or for all. */
  readonly overrides: Map<string, (broker: number) => unknown>;
}

export interface FakeTopic {
  readonly topic: string;
  readonly partitions: readonly (PartitionMetadata & { readonly start: bigint; readonly end: bigint })[];
}

export interface FakeLinks {
  readonly open: OpenLink;
  /** `broker: api` of every request, in order. */
  readonly requests: string[];
  readonly links: BrokerLink[];
}

export const MODERN: ApiSupport = support({ 2: 11, 3: 13, 9: 10, 15: 6, 16: 5, 32: 4, 55: 2, 69: 1, 77: 1, 90: 1 });
export const KAFKA_2_8: ApiSupport = support({ 2: 6, 3: 11, 9: 7, 15: 5, 16: 4, 32: 4 });

export const portOf = (broker: number) => 9000 + broker;

/** A cluster in memory behind links that answer at once. A broker listens on port 9000 plus its id. */
export function fakeLinks(state: FakeState): FakeLinks {
  const requests: string[] = [];
  const links: BrokerLink[] = [];
  const open: OpenLink = async (address) => {
    const broker = address.port - 9000;
    if (state.down.has(broker)) throw refusal(formatAddress(address));
    let isOpen = true;
    const link: BrokerLink = {
      support: state.support,
      get isOpen() {
        return isOpen && !state.down.has(broker);
      },
      send: async <Answer>(call: ApiCall<Answer>): Promise<Answer> => {
        await Promise.resolve();
        if (!link.isOpen) throw new LinkError('closed', 'The fake connection is closed.');
        requests.push(`${broker}: ${call.name}`);
        const answer = state.overrides.get(call.name)?.(broker) ?? truth(state, broker, call);
        return answer as Answer;
      },
      close: () => {
        isOpen = false;
      },
    };
    links.push(link);
    return link;
  };
  return { open, requests, links };
}

function refusal(where: string): Error {
  const message = `Connection error: connect ECONNREFUSED ${where}`;
  return Object.assign(new Error(message), { name: 'KafkaJSConnectionError', code: 'ECONNREFUSED', broker: where });
}

/** Answers with everything that the broker could say, of which the request named a part. */
function truth(state: FakeState, broker: number, call: ApiCall<unknown>): unknown {
  const here = state.groups.filter(({ coordinator }) => coordinator === broker);
  switch (call.name) {
    case 'Metadata':
      return metadataOf(state);
    case 'ListGroups':
      return { errorCode: 0, groups: here.map(({ listed }) => listed), omitted: 0 };
    case 'DescribeGroups':
    case 'ConsumerGroupDescribe':
    case 'ShareGroupDescribe':
      return here.flatMap(({ described }) => described ?? []);
    case 'OffsetFetch':
    case 'DescribeShareGroupOffsets':
      return here.map(({ offsets }) => offsets);
    case 'ListOffsets':
      return listOffsets(state, broker, isLatest(call));
    case 'DescribeConfigs':
      return state.topics.map(({ topic }) => ({
        kind: 'topic',
        name: topic,
        errorCode: 0,
        settings: [{ key: 'min.insync.replicas', value: '2' }],
      }));
    case 'DescribeQuorum':
      return 1;
    default:
      throw new Error(`The fake cluster knows no ${call.name}.`);
  }
}

function metadataOf(state: FakeState): MetadataAnswer {
  const alive = state.brokers.filter((id) => !state.down.has(id));
  return {
    brokers: alive.map((id) => ({ id, host: '127.0.0.1', port: portOf(id) })),
    clusterId: 'fake',
    topics: state.topics.map(({ topic, partitions }) => ({ topic, errorCode: 0, isInternal: false, partitions })),
  };
}

function listOffsets(state: FakeState, broker: number, latest: boolean) {
  return state.topics.map(({ topic, partitions }) => ({
    topic,
    partitions: partitions
      .filter(({ leader }) => leader === broker)
      .map(({ partition, start, end }) => ({ partition, errorCode: 0, offset: latest ? end : start })),
  }));
}

/** The end that is asked for stands in the request as a timestamp of -1 or -2. */
function isLatest(call: ApiCall<unknown>): boolean {
  const written = new WireWriter();
  call.write(written);
  const body = new WireReader(written.bytes);
  body.skip(4 + 1 + 4);
  body.skipString();
  body.skip(4 + 4 + (call.version >= 4 ? 4 : 0));
  return body.int64() === -1n;
}

export function support(maxima: Readonly<Record<number, number>>): ApiSupport {
  const ranges = new Map(Object.entries(maxima).map(([key, max]) => [Number(key), { min: 0, max }]));
  const made = { ranges, features: new Map([['metadata.version', 25]]) };
  pickVersion(made, 'Metadata', 3, [5]);
  return made;
}
