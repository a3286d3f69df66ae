import { tableOf } from '../model/tableOf';
import { type KafkaVersion, parseVersion } from '../model/version';
import { kafkaOfConfluent } from './confluent';

/** How the tag of an image names Kafka's release line; the image is told by the end of its name, without the tag. */
const IMAGES: readonly (readonly [RegExp, (tag: string) => KafkaVersion | undefined])[] = [
  [/(?:^|\/)apache\/kafka(?:-native)?$/, leadingVersion],
  [/(?:^|\/)(?:bitnami(?:legacy|secure)?|soldevelo)\/kafka$/, leadingVersion],
  [/(?:^|\/)debezium\/(?:kafka|connect(?:-base)?)$/, kafkaOfDebezium],
  // `0.43.0-kafka-3.8.0`: the operator's version, then Kafka's.
  [/(?:^|\/)strimzi\/kafka$/, (tag) => parseVersion(/kafka-(\d+\.\d+)/.exec(tag)?.[1] ?? '')],
  // `2.13-2.8.1`: Scala's version, then Kafka's.
  [/(?:^|\/)wurstmeister\/kafka$/, (tag) => parseVersion(/^2\.1\d-(\d+\.\d+)/.exec(tag)?.[1] ?? '')],
  [
    /(?:^|\/)(?:cp-(?:kafka|server|enterprise-kafka|kafka-connect|server-connect)(?:-base)?|confluent-local)$/,
    (tag) => kafkaOfConfluent(tag),
  ],
];

/**
 * Kafka's release line in an image such as `confluentinc/cp-kafka:7.6.0`; undefined for images that are not Kafka's and
 * for tags that name no version, such as `latest` or `${TAG}`.
 */
export function kafkaOfImage(image: string): KafkaVersion | undefined {
  const [reference = ''] = withDefaults(image).split('@');
  const colon = reference.lastIndexOf(':');
  if (colon <= reference.lastIndexOf('/')) return undefined;
  const name = reference.slice(0, colon);
  return IMAGES.find(([pattern]) => pattern.test(name))?.[1](reference.slice(colon + 1));
}

/** `${TAG:-3.9.0}` is 3.9.0 as long as nobody sets TAG. */
function withDefaults(image: string): string {
  return image.replace(/\$\{\w+:?-([^${}]*)\}/g, '$1');
}

/** The `KAFKA_VERSION` of the images that Debezium's releases build. */
const DEBEZIUM: Readonly<Record<string, KafkaVersion>> = tableOf({
  '1.9': '3.2',
  '2.0': '3.3',
  '2.3': '3.4',
  '2.5': '3.6',
  '2.7': '3.7',
  '3.0': '3.9',
  '3.1': '3.9',
  '3.2': '4.0',
  '3.3': '4.1',
  '3.4': '4.1',
  '3.5': '4.2',
  '3.6': '4.3',
  '3.7': '4.3',
});

function kafkaOfDebezium(tag: string): KafkaVersion | undefined {
  const release = leadingVersion(tag);
  return release && Object.hasOwn(DEBEZIUM, release) ? DEBEZIUM[release] : undefined;
}

/** `3.9.0`, `3.7`, `4.1.0-debian-12-r3`; a major version alone is no release line. */
function leadingVersion(tag: string): KafkaVersion | undefined {
  return parseVersion(/^\d+\.\d+(?=[.\-_]|$)/.exec(tag)?.[0] ?? '');
}
