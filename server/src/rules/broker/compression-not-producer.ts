import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { setEntry } from '../fixes';
import { BROKER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'broker/compression-not-producer',
  summary: 'The broker compresses again what producers send in another codec',
  severity: 'warning',
  roles: [...BROKER_ROLES, 'topic'],
  sources: ['BrokerCompressionType.targetCompression', 'LogValidator (in-place only where the codecs are equal)'],
  *check(reader: Reader): Iterable<Report> {
    const found = reader.setString('compression.type');
    if (!found || found.value === 'producer') return;
    const { entry, value } = found;
    const work =
      value === 'uncompressed'
        ? 'The broker unpacks every compressed batch'
        : `The broker compresses every batch again that does not come as ${value}`;
    yield {
      span: entry.span,
      message: `${work}, at the cost of CPU and heap. With "producer" it stores batches as they arrive.`,
      fixes: [setEntry(entry, 'producer')],
    };
  },
};
