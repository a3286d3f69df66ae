import { librdkafkaKey, librdkafkaKeys } from '../../catalogue/clients/librdkafka';
import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import type { ScopeRule } from '../rule';
import { nearest } from '../support/nearest';

export const rule: ScopeRule = {
  id: 'rdkafka/unknown-key',
  summary: 'librdkafka refuses a key, or ignores it for this client',
  severity: 'error',
  roles: ['producer', 'consumer', 'admin'],
  clients: ['rdkafka', 'confluent'],
  sources: [
    'librdkafka CONFIGURATION.md (the keys and which clients use them)',
    'librdkafka src/rdkafka_conf.c ("No such configuration property"; "will be ignored by this ... instance")',
  ],
  *check({ scope }: Reader): Iterable<Report> {
    for (const entry of scope.entries) {
      if (isOfAnother(entry, scope)) continue;
      const setting = librdkafkaKey(entry.writtenKey, wrapperOf(scope));
      if (!setting) yield unknown(entry, scope);
      else if (setting.scope !== 'both' && setting.scope !== scope.role && scope.role !== 'admin') {
        const message = `librdkafka ignores \`${entry.writtenKey}\` here: it is a setting of ${setting.scope}s, and this is a ${scope.role}.`;
        yield { span: entry.keySpan, message, severity: 'warning', tags: ['unnecessary'] };
      }
    }
  },
};

const wrapperOf = ({ client }: Scope): 'rdkafka' | 'confluent' => (client === 'confluent' ? 'confluent' : 'rdkafka');

/** Confluent's client has options in the manner of KafkaJS too, and both take callbacks of their own. */
function isOfAnother({ writtenKey, overriddenBy }: Entry, { client }: Scope): boolean {
  if (overriddenBy || /_cb$/.test(writtenKey)) return true;
  return client === 'confluent' && (!writtenKey.includes('.') || writtenKey.startsWith('kafkaJS.'));
}

function unknown(entry: Entry, scope: Scope): Report {
  const name = nearest(
    entry.writtenKey,
    librdkafkaKeys(scope.role === 'consumer' ? 'consumer' : 'producer', wrapperOf(scope)),
  );
  const meant = name ? ` It has \`${name}\`.` : '';
  return {
    span: entry.keySpan,
    message: `librdkafka has no \`${entry.writtenKey}\`: making the client throws "No such configuration property".${meant}`,
    fixes: name
      ? [{ title: `Rename to ${name}`, safe: false, edits: [{ kind: 'rename', entry, scope, key: name }] }]
      : [],
  };
}
