import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import type { RuleContext, ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'consumer/group-id-volatile',
  summary: 'Each start joins a group of its own',
  severity: 'information',
  roles: ['consumer'],
  clients: ['java', 'rdkafka', 'kafka-python', 'aiokafka', 'sarama', 'kafka-go', 'franz-go'],
  sources: [
    'ConsumerConfig.GROUP_ID_DOC, AUTO_OFFSET_RESET_DOC (what to do when there is no initial offset)',
    'GroupMetadataManager (offsets of empty groups are kept for offsets.retention.minutes)',
  ],
  *check({ entry, scope }: Reader, { document: { family } }: RuleContext): Iterable<Report> {
    const group = entry('group.id');
    if (family !== 'code' || scope.environment === 'development') return;
    if (group?.value.kind !== 'dynamic' || !VOLATILE.test(group.value.text)) return;
    const message = `${group.writtenKey} is another one at each start: no start goes on where the last one ended, and each leaves a group behind.`;
    yield { span: group.value.span, message };
  },
};

const VOLATILE =
  /\brandomUUID\(|\bcurrentTimeMillis\(|\bnanoTime\(|\bMath\.random\(|\bhashCode\(|\bInstant\.now\(|\buuid[14]\(|\buuid\.(?:New|NewString|NewV4|NewRandom|Must)\b|\b(?:xid|ksuid|ulid)\.(?:New|Make)\w*\(|\btime\.(?:time|time_ns|Now)\(|\bdatetime\.(?:utc)?now\(|\brand(?:om)?\.(?:Int|Intn|randint|random|choice)\w*\(/;
