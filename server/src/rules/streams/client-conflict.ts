import type { Reader } from '../../catalogue/reader';
import {
  type Derived,
  derivedNumber,
  derivedValue,
  isExactlyOnce,
  type PlacedEntry,
  type StreamsClient,
} from '../../catalogue/streamsClients';
import type { Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import { partOf } from '../../model/tree';
import type { ScopeRule } from '../rule';

const INT_MAX = 2 ** 31 - 1;
const END = 'the application does not start';

export const rule: ScopeRule = {
  id: 'streams/client-conflict',
  summary: 'A client that Streams makes rejects what it gets from the file',
  severity: 'error',
  roles: ['streams'],
  sources: [
    'StreamsConfig.getMainConsumerConfigs, getProducerConfigs, getAdminConfigs',
    'org.apache.kafka.clients.consumer.internals.Heartbeat',
    'KafkaProducer.configureDeliveryTimeout',
    'KafkaAdminClient.configureDefaultApiTimeoutMs',
    'ProducerConfig.postProcessAndValidateIdempotenceConfigs',
  ],
  *check(reader: Reader): Iterable<Report> {
    const { scope } = reader;
    if (scope.completeness !== 'complete') return;
    const client = (name: StreamsClient): Client => ({
      number: (key) => derivedNumber(scope, name, key),
      text: (key) => derivedValue(scope, name, key),
    });
    yield* reports(
      usesNewGroup(reader) ? staticMember(client('main-consumer')) : heartbeat(client('main-consumer')),
      ...(['main-consumer', 'restore-consumer', 'global-consumer'] as const).map((name) =>
        assignor(reader, client(name)),
      ),
      deliveryTimeout(client('producer')),
      apiTimeout(client('admin')),
      isExactlyOnce(scope) ? undefined : idempotence(reader, client('producer')),
      segment(client('producer'), scope),
    );
  },
};

interface Client {
  number(key: string): ReturnType<typeof derivedNumber>;
  text(key: string): Derived;
}

interface Conflict {
  /** What the file says of it; the finding stands at the first. */
  readonly entries: readonly (Partial<PlacedEntry> | undefined)[];
  readonly message: string;
}

/** Where all stands in one part, the rules of that client have said it. */
function* reports(...conflicts: readonly (Conflict | undefined)[]): Iterable<Report> {
  for (const conflict of conflicts) {
    const first = conflict?.entries.find((written) => written?.entry);
    if (!conflict || !first?.entry) continue;
    const isOfOnePart = conflict.entries.every((written) => written?.place === first.place);
    if (isOfOnePart && first.place !== 'process') continue;
    yield { span: first.entry.span, message: `${conflict.message}: ${END}.`, fixes: [] };
  }
}

function usesNewGroup(reader: Reader): boolean {
  return reader.atLeast('4.1') && reader.string('group.protocol')?.toLowerCase() === 'streams';
}

/** StreamsConfig.verifyStreamsProtocolCompatibility. */
function staticMember(main: Client): Conflict | undefined {
  const instance = main.text('group.instance.id');
  if (!instance.entry) return undefined;
  return {
    entries: [instance, undefined],
    message: `${instance.entry.writtenKey} cannot be set with group.protocol=streams`,
  };
}

/** What stands without a prefix is another rule's finding. */
function assignor(reader: Reader, consumer: Client): Conflict | undefined {
  const assigned = consumer.text('group.remote.assignor');
  const protocol = consumer.text('group.protocol');
  const { entry, place, text } = assigned;
  const isClassic = protocol.text?.toLowerCase() !== 'consumer';
  if (!reader.atLeast('3.9') || !entry || place === 'process' || !text || !isClassic) return undefined;
  const message = `${entry.writtenKey} needs group.protocol=consumer, and the consumer is a classic one`;
  return { entries: [assigned, protocol], message };
}

function heartbeat(main: Client): Conflict | undefined {
  const beat = main.number('heartbeat.interval.ms');
  const session = main.number('session.timeout.ms');
  if (!beat || !session || main.text('group.protocol').text?.toLowerCase() === 'consumer') return undefined;
  const entries = [beat, session];
  if (beat.value < 0 && beat.value < session.value) {
    return { entries, message: `The heartbeat.interval.ms of the main consumer is ${beat.value}, which is negative` };
  }
  if (beat.value < session.value) return undefined;
  const message = `The main consumer gets heartbeat.interval.ms ${beat.value}, which has to be lower than session.timeout.ms, ${session.value}`;
  return { entries, message };
}

/** Without a written timeout the producer makes one that fits. */
function deliveryTimeout(producer: Client): Conflict | undefined {
  const delivery = producer.number('delivery.timeout.ms');
  const linger = producer.number('linger.ms');
  const request = producer.number('request.timeout.ms');
  if (!delivery?.entry || !linger || !request) return undefined;
  if (delivery.value >= Math.min(linger.value + request.value, INT_MAX)) return undefined;
  const message = `The producer gets delivery.timeout.ms ${delivery.value}, which is less than linger.ms (${linger.value}) and request.timeout.ms (${request.value}) together`;
  return { entries: [delivery, linger, request], message };
}

function apiTimeout(admin: Client): Conflict | undefined {
  const api = admin.number('default.api.timeout.ms');
  const request = admin.number('request.timeout.ms');
  if (!api?.entry || !request || api.value >= request.value) return undefined;
  const message = `The admin client gets default.api.timeout.ms ${api.value}, which is less than request.timeout.ms, ${request.value}`;
  return { entries: [api, request], message };
}

function idempotence(reader: Reader, producer: Client): Conflict | undefined {
  const enabled = producer.text('enable.idempotence');
  const transactional = producer.text('transactional.id');
  const isOn = enabled.entry !== undefined && enabled.text?.toLowerCase() === 'true';
  if (transactional.entry && enabled.entry && enabled.text?.toLowerCase() === 'false') {
    const message = 'The producer gets a transactional.id, and enable.idempotence=false';
    return { entries: [enabled, transactional], message };
  }
  if (!isOn && !transactional.entry) return enabled.entry ? undefined : tooManyInFlight(reader, producer);
  const acks = producer.text('acks');
  const retries = producer.number('retries');
  const inFlight = producer.number('max.in.flight.requests.per.connection');
  const wrong = [
    /^[01]$/.test(acks.text ?? '') ? acks : undefined,
    retries?.value === 0 ? retries : undefined,
    (inFlight?.value ?? 0) > 5 ? inFlight : undefined,
  ].find((written) => written?.entry);
  if (!wrong?.entry) return undefined;
  const message = `${wrong.entry.writtenKey} rules out idempotence, which the producer is to have`;
  return { entries: [wrong, isOn ? enabled : transactional], message };
}

/** Since 4.0 idempotence that is on by default is no more given up for it. */
function tooManyInFlight(reader: Reader, producer: Client): Conflict | undefined {
  const inFlight = producer.number('max.in.flight.requests.per.connection');
  if (!reader.atLeast('4.0') || !inFlight?.entry || inFlight.value <= 5) return undefined;
  const message = `${inFlight.entry.writtenKey} is ${inFlight.value}, and a producer without enable.idempotence=false allows at most 5`;
  return { entries: [inFlight, undefined], message };
}

/** StreamsConfig.getMainConsumerConfigs compares the texts, if both are written. */
function segment(producer: Client, root: Scope): Conflict | undefined {
  const topic = partOf(root, 'topic');
  const bytes = topic?.entries.find(({ key, overriddenBy }) => key === 'segment.bytes' && !overriddenBy);
  const batch = producer.number('batch.size');
  if (bytes?.value.kind !== 'literal' || !batch?.entry) return undefined;
  const size = /^\d+$/.test(bytes.value.text.trim()) ? Number(bytes.value.text) : undefined;
  if (size === undefined || size >= batch.value) return undefined;
  const message = `topic.segment.bytes is ${size}, which is less than the producer's batch.size, ${batch.value}`;
  return { entries: [{ entry: bytes, place: 'topic' }, batch], message };
}
