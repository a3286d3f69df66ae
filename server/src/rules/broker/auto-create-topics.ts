import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { anchorOf } from '../anchor';
import { addOrSet } from '../fixes';
import { BROKER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { isLocalSetup } from './support/quorum';

const KEY = 'auto.create.topics.enable';

export const rule: ScopeRule = {
  id: 'broker/auto-create-topics',
  summary: 'A typo in a topic name creates a topic',
  severity: 'information',
  roles: BROKER_ROLES,
  sources: ['ServerLogConfigs.AUTO_CREATE_TOPICS_ENABLE_DOC', 'DefaultAutoTopicCreationManager'],
  *check(reader: Reader): Iterable<Report> {
    if (reader.boolean(KEY) !== true || isLocalSetup(reader)) return;
    const entry = reader.entry(KEY);
    // Where it is left to the default, only a file that shows a cluster is spoken to.
    if (!entry && (reader.scope.brokers ?? 1) < 3) return;
    const span = entry?.span ?? anchorOf(reader);
    if (!span) return;
    const partitions = reader.number('num.partitions');
    const factor = reader.number('default.replication.factor');
    const shape =
      partitions !== undefined && factor !== undefined
        ? `, with ${partitions === 1 ? '1 partition' : `${partitions} partitions`} and ${factor === 1 ? 'a single copy' : `${factor} copies`}`
        : '';
    const message = `Any client that names an unknown topic creates it${shape}: a typo goes unnoticed, and nobody has chosen its settings.`;
    yield { span, message, fixes: [addOrSet(reader, KEY, 'false')] };
  },
};
