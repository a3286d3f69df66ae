import { callOptions } from '../../catalogue/clients';
import { isKnownOption, releasesOf } from '../../catalogue/clients/history';
import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { removeEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { libraryName } from '../support/naming';
import { nearest } from '../support/nearest';

export const rule: ScopeRule = {
  id: 'python/unknown-option',
  summary: 'kafka-python or aiokafka does not know an option, and raises',
  severity: 'error',
  roles: ['producer', 'consumer', 'admin'],
  clients: ['kafka-python', 'aiokafka'],
  sources: [
    'kafka-python 3.0.12 kafka/producer/kafka.py, kafka/consumer/group.py ("Unrecognized configs")',
    'aiokafka 0.14.0 (keyword parameters)',
  ],
  *check({ scope }: Reader): Iterable<Report> {
    const { client, role, entries, release } = scope;
    if (client !== 'kafka-python' && client !== 'aiokafka') return;
    const options = callOptions(client, role);
    if (options.length === 0) return;
    for (const entry of entries) {
      const name = entry.writtenKey;
      if (entry.overriddenBy || isKnownOption(client, role, name, release)) continue;
      const bounds = releasesOf(client, role, name);
      const meant = bounds
        ? undefined
        : nearest(
            name,
            options.map((option) => option.name),
          );
      const library = libraryName(scope);
      const what = bounds
        ? `${library} ${release} has no ${name}${bounds.since ? `, which came with ${bounds.since}` : `, which went with ${bounds.until}`}`
        : `${library} has no ${name}`;
      const message = `${what}: making this ${role} raises.${meant ? ` Did you mean ${meant}?` : ''}`;
      const edits = [{ kind: 'text' as const, span: entry.keySpan, newText: meant ?? name }];
      const isPlain = meant !== undefined && entry.keySpan.end - entry.keySpan.start === name.length;
      const rename = isPlain ? [{ title: `Rename to ${meant}`, safe: false, edits }] : [];
      yield { span: entry.keySpan, message, fixes: [...rename, removeEntry(entry)] };
    }
  },
};
