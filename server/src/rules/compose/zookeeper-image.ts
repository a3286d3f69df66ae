import type { Reader } from '../../catalogue/reader';
import type { Image } from '../../model/container';
import type { Report } from '../../model/finding';
import { tableOf } from '../../model/tableOf';
import { BROKER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'compose/zookeeper-image',
  summary: 'The image has no ZooKeeper mode',
  severity: 'error',
  roles: BROKER_ROLES,
  sources: [
    'Confluent Platform 8.0 release notes (Kafka 4.0)',
    'kafka.docker.KafkaDockerWrapper (formats storage for KRaft)',
  ],
  *check(reader: Reader): Iterable<Report> {
    const image = reader.scope.container?.image;
    const entry = reader.entry('zookeeper.connect');
    if (!image?.name || !entry || entry.value.text.trim() === '' || reader.has('process.roles')) return;
    if (image.name === 'apache/kafka') {
      yield {
        span: image.span,
        message: `${image.text} runs in KRaft mode only: with zookeeper.connect the container exits at startup.`,
      };
    } else if (isLatest(image.text) && PINNED[image.name]) {
      const message = `${image.text} is Kafka 4 by now, which has no ZooKeeper mode: the container exits at startup. Pin a version.`;
      yield { span: image.span, message, fixes: [pinned(image, PINNED[image.name] ?? '')] };
    }
  },
};

/** The last release of each image that knows ZooKeeper. */
const PINNED: Readonly<Record<string, string>> = tableOf({
  'cp-kafka': '7.9.0',
  'cp-server': '7.9.0',
  'bitnami/kafka': '3.9',
});

function isLatest(image: string): boolean {
  return /^[\w./-]+(?::latest)?$/.test(image);
}

function pinned({ text, span }: Image, tag: string): NonNullable<Report['fixes']>[number] {
  // Bitnami has moved the images of older releases.
  const newText = `${text.replace(/:latest$/, '').replace(/\bbitnami\/kafka$/, 'bitnamilegacy/kafka')}:${tag}`;
  return { title: `Set image to ${newText}`, safe: false, edits: [{ kind: 'text', span, newText }] };
}
