import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { addOrSet } from '../fixes';
import { SERVER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { processRoles } from './support/listeners';

const QUORUM = ['controller.quorum.voters', 'controller.quorum.bootstrap.servers'];
const NAMES = 'controller.listener.names';

export const rule: ScopeRule = {
  id: 'broker/kraft-missing-quorum',
  summary: 'A KRaft node lacks its id, the quorum or the controller listener',
  severity: 'error',
  // Kafka 2.8 starts without, as a preview that elects nobody.
  from: '3.0',
  roles: SERVER_ROLES,
  sources: ['KafkaConfig.validateValues', 'KafkaConfig.validateQuorumVotersAndQuorumBootstrapServerForKRaft'],
  *check(reader: Reader): Iterable<Report> {
    const entry = reader.entry('process.roles');
    if (!entry || !processRoles(reader)?.length || !looksWhole(reader)) return;
    const missing = (key: string, message: string, value: string): Report => {
      const { span } = reader.entry(key) ?? entry;
      return { span, message, fixes: [addOrSet(reader, key, value)] };
    };
    if (!reader.has('node.id') && !reader.has('broker.id')) {
      yield missing('node.id', 'process.roles needs a node.id; without one the server refuses to start.', '1');
    }
    const quorum = reader.atLeast('3.9') ? QUORUM : QUORUM.slice(0, 1);
    if (quorum.every((key) => isEmpty(reader, key))) {
      const [key, value] = reader.atLeast('3.9')
        ? ['controller.quorum.bootstrap.servers', 'localhost:9093']
        : ['controller.quorum.voters', '1@localhost:9093'];
      yield missing(key, `Nothing says where the controllers are (${key}), so the server refuses to start.`, value);
    }
    if (isEmpty(reader, NAMES) && (reader.atLeast('3.1') || processRoles(reader)?.includes('controller'))) {
      yield missing(NAMES, `${NAMES} is missing; a KRaft server refuses to start without it.`, 'CONTROLLER');
    }
  },
};

function isEmpty(reader: Reader, key: string): boolean {
  const entry = reader.entry(key);
  return !entry || (entry.value.kind !== 'dynamic' && entry.value.text.trim() === '');
}

/**
 * An overlay may lack anything, and a start script may add it. A file with two of the three groups of settings that
 * every server file has, and without any placeholder, is meant to stand alone.
 */
function looksWhole(reader: Reader): boolean {
  // An image, or a file that is mounted, may have the rest.
  if (reader.scope.container && reader.scope.completeness === 'fragment') return false;
  if (reader.scope.entries.some(({ value }) => value.kind === 'dynamic')) return false;
  const groups = [
    ['listeners'],
    ['log.dirs', 'log.dir', 'metadata.log.dir'],
    ['node.id', 'broker.id'],
    QUORUM,
    [NAMES],
  ];
  return groups.filter((keys) => keys.some((key) => reader.has(key))).length >= 3;
}
