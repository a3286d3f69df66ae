import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Report } from '../../model/finding';
import type { RuleContext, ScopeRule } from '../rule';
import { type DerivedClient, derivedNumber, derivedValue, isExactlyOnce } from './support/derived';

const INT_MAX = 2 ** 31 - 1;
const END = 'the application does not start';

export const rule: ScopeRule = {
  id: 'streams/client-conflict',
  summary: 'A client that Streams makes refuses what it gets from the file',
  severity: 'error',
  roles: ['streams'],
  sources: [
    'StreamsConfig.getMainConsumerConfigs, getProducerConfigs, getAdminConfigs',
    'org.apache.kafka.clients.consumer.internals.Heartbeat',
    'KafkaProducer.configureDeliveryTimeout',
    'KafkaAdminClient.configureDefaultApiTimeoutMs',
    'ProducerConfig.postProcessAndValidateIdempotenceConfigs',
  ],
  *check(reader: Reader, { document }: RuleContext): Iterable<Report> {
    if (reader.scope.completeness !== 'complete') return;
    const client = (name: DerivedClient): Client => ({
      number: (key) => derivedNumber(document, reader.version, name, key),
      text: (key) => derivedValue(document, reader.version, name, key),
    });
    yield* reports(
      usesNewGroup(reader) ? staticMember(client('main')) : heartbeat(client('main')),
      ...(['main', 'restore', 'global'] as const).map((name) => assignor(reader, client(name))),
      deliveryTimeout(client('producer')),
      apiTimeout(client('admin')),
      isExactlyOnce(document) ? undefined : idempotence(reader, client('producer')),
      segment(client('producer'), document.entries),
    );
  },
};

interface Client {
  number(key: string): { readonly entry?: Entry; readonly value: number } | undefined;
  text(key: string): { readonly entry?: Entry; readonly text: string | undefined };
}

interface Conflict {
  /** What the file says of it; the finding stands at the first. */
  readonly entries: readonly (Entry | undefined)[];
  readonly message: string;
}

/** Where all stands in one prefixed part, the rules of that client have said it. */
function* reports(...conflicts: readonly (Conflict | undefined)[]): Iterable<Report> {
  for (const conflict of conflicts) {
    const written = conflict?.entries.flatMap((entry) => entry ?? []) ?? [];
    const [first] = written;
    if (!conflict || !first) continue;
    const isOfOnePart = conflict.entries.every((entry) => entry && prefixOf(entry) === prefixOf(first));
    if (isOfOnePart && prefixOf(first) !== '') continue;
    yield { span: first.span, message: `${conflict.message}: ${END}.`, fixes: [] };
  }
}

const prefixOf = ({ key, writtenKey }: Entry): string => writtenKey.slice(0, writtenKey.length - key.length);

function usesNewGroup(reader: Reader): boolean {
  return reader.atLeast('4.1') && reader.string('group.protocol')?.toLowerCase() === 'streams';
}

/** StreamsConfig.verifyStreamsProtocolCompatibility. */
function staticMember(main: Client): Conflict | undefined {
  const { entry } = main.text('group.instance.id');
  if (!entry) return undefined;
  return { entries: [entry, undefined], message: `${entry.writtenKey} cannot be set with group.protocol=streams` };
}

/** What stands without a prefix is another rule's finding. */
function assignor(reader: Reader, consumer: Client): Conflict | undefined {
  const { entry, text } = consumer.text('group.remote.assignor');
  const isClassic = consumer.text('group.protocol').text?.toLowerCase() !== 'consumer';
  if (!reader.atLeast('3.9') || !entry || prefixOf(entry) === '' || !text || !isClassic) return undefined;
  const message = `${entry.writtenKey} needs group.protocol=consumer, and the consumer is a classic one`;
  return { entries: [entry, consumer.text('group.protocol').entry], message };
}

function heartbeat(main: Client): Conflict | undefined {
  const beat = main.number('heartbeat.interval.ms');
  const session = main.number('session.timeout.ms');
  if (!beat || !session || main.text('group.protocol').text?.toLowerCase() === 'consumer') return undefined;
  const entries = [beat.entry, session.entry];
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
  return { entries: [delivery.entry, linger.entry, request.entry], message };
}

function apiTimeout(admin: Client): Conflict | undefined {
  const api = admin.number('default.api.timeout.ms');
  const request = admin.number('request.timeout.ms');
  if (!api?.entry || !request || api.value >= request.value) return undefined;
  const message = `The admin client gets default.api.timeout.ms ${api.value}, which is less than request.timeout.ms, ${request.value}`;
  return { entries: [api.entry, request.entry], message };
}

function idempotence(reader: Reader, producer: Client): Conflict | undefined {
  const enabled = producer.text('enable.idempotence');
  const transactional = producer.text('transactional.id').entry;
  const isOn = enabled.entry !== undefined && enabled.text?.toLowerCase() === 'true';
  if (transactional && enabled.entry && enabled.text?.toLowerCase() === 'false') {
    const message = 'The producer gets a transactional.id, and enable.idempotence=false';
    return { entries: [enabled.entry, transactional], message };
  }
  if (!isOn && !transactional) return enabled.entry ? undefined : tooManyInFlight(reader, producer);
  const acks = producer.text('acks');
  const retries = producer.number('retries');
  const inFlight = producer.number('max.in.flight.requests.per.connection');
  const wrong = [
    /^[01]$/.test(acks.text ?? '') ? acks.entry : undefined,
    retries?.value === 0 ? retries.entry : undefined,
    (inFlight?.value ?? 0) > 5 ? inFlight?.entry : undefined,
  ].find((entry) => entry !== undefined);
  if (!wrong) return undefined;
  const message = `${wrong.writtenKey} rules out idempotence, which the producer is to have`;
  return { entries: [wrong, isOn ? enabled.entry : transactional], message };
}

/** Since 4.0 idempotence that is on by default is no more given up for it. */
function tooManyInFlight(reader: Reader, producer: Client): Conflict | undefined {
  const inFlight = producer.number('max.in.flight.requests.per.connection');
  if (!reader.atLeast('4.0') || !inFlight?.entry || inFlight.value <= 5) return undefined;
  const message = `${inFlight.entry.writtenKey} is ${inFlight.value}, and a producer without enable.idempotence=false takes at most 5`;
  return { entries: [inFlight.entry, undefined], message };
}

/** StreamsConfig.getMainConsumerConfigs compares the texts, if both are written. */
function segment(producer: Client, entries: readonly Entry[]): Conflict | undefined {
  const bytes = entries.find(({ writtenKey, overriddenBy }) => writtenKey === 'topic.segment.bytes' && !overriddenBy);
  const batch = producer.number('batch.size');
  if (bytes?.value.kind !== 'literal' || !batch?.entry) return undefined;
  const size = /^\d+$/.test(bytes.value.text.trim()) ? Number(bytes.value.text) : undefined;
  if (size === undefined || size >= batch.value) return undefined;
  const message = `topic.segment.bytes is ${size}, which is less than the producer's batch.size, ${batch.value}`;
  return { entries: [bytes, batch.entry], message };
}
