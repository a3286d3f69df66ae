import { type KafkaVersion, parseVersion } from '../model/version';
import { kafkaOfConfluent } from './confluent';

/** How the tag of an image names Kafka's release line; the image is told by the end of its name, without the tag. */
const IMAGES: readonly (readonly [RegExp, (tag: string) => KafkaVersion | undefined])[] = [
  [/(?:^|\/)apache\/kafka(?:-native)?$/, leadingVersion],
  [/(?:^|\/)bitnami(?:legacy|secure)?\/kafka$/, leadingVersion],
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

/** `3.9.0`, `3.7`, `4.1.0-debian-12-r3`; a major version alone is no release line. */
function leadingVersion(tag: string): KafkaVersion | undefined {
  return parseVersion(/^\d+\.\d+(?=[.\-_]|$)/.exec(tag)?.[0] ?? '');
}
