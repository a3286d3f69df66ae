import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { addOrSet } from '../fixes';
import { SERVER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { controllerListenerNames, listenersOf, processRoles } from './support/listeners';

const QUORUM = ['controller.quorum.voters', 'controller.quorum.bootstrap.servers'];
const NAMES = 'controller.listener.names';

export const rule: ScopeRule = {
  id: 'broker/kraft-missing-quorum',
  summary: 'A KRaft node lacks its roles, its id, the quorum or the controller listener',
  severity: 'error',
  // Kafka 2.8 starts without, as a preview that elects nobody.
  from: '3.0',
  roles: SERVER_ROLES,
  sources: ['KafkaConfig.validateValues', 'KafkaConfig.validateQuorumVotersAndQuorumBootstrapServerForKRaft'],
  *check(reader: Reader): Iterable<Report> {
    if (!standsAlone(reader)) return;
    if (lacksRoles(reader)) yield missingRoles(reader);
    const entry = reader.entry('process.roles');
    const roles = processRoles(reader);
    // Since 4.0 there is no node without an id, not even one that is nothing.
    if (!entry || !roles || (roles.length === 0 && !reader.atLeast('4.0'))) return;
    const missing = (key: string, message: string, value: string): Report => {
      const { span } = reader.entry(key) ?? entry;
      return { span, message, fixes: [addOrSet(reader, key, value)] };
    };
    if (!reader.has('node.id') && !reader.has('broker.id')) {
      yield missing('node.id', 'process.roles needs a node.id; without one the server fails to start.', '1');
    }
    if (roles.length === 0) return;
    const quorum = reader.atLeast('3.9') ? QUORUM : QUORUM.slice(0, 1);
    if (quorum.every((key) => isEmpty(reader, key))) {
      const [key, value] = reader.atLeast('3.9')
        ? ['controller.quorum.bootstrap.servers', 'localhost:9093']
        : ['controller.quorum.voters', '1@localhost:9093'];
      yield missing(key, `Nothing says where the controllers are (${key}), so the server fails to start.`, value);
    }
    if (isEmpty(reader, NAMES) && (reader.atLeast('3.1') || roles.includes('controller'))) {
      yield missing(NAMES, `${NAMES} is missing; a KRaft server fails to start without it.`, 'CONTROLLER');
    }
  },
};

/** Without process.roles Kafka takes a node for one of ZooKeeper's, or, where that is gone, for none at all. */
function lacksRoles(reader: Reader): boolean {
  return !reader.has('process.roles') && !reader.has('zookeeper.connect') && reader.has(NAMES);
}

function missingRoles(reader: Reader): Report {
  const wanted = reader.atLeast('4.0') ? 'process.roles' : 'zookeeper.connect';
  const message = `process.roles is missing: the server stops with \`Missing required configuration "${wanted}"\`.`;
  const span = (reader.entry(NAMES) ?? reader.entry(QUORUM[0] ?? ''))?.span ?? reader.scope.span;
  return { span, message, fixes: [addOrSet(reader, 'process.roles', shownRoles(reader))] };
}

/** A node is a controller when it listens as one, and a broker when it listens as anything else. */
function shownRoles(reader: Reader): string {
  const names = controllerListenerNames(reader) ?? [];
  const bound = listenersOf(reader, 'listeners')?.listeners ?? [];
  const isController = bound.some(({ name }) => names.includes(name));
  const isBroker = bound.some(({ name }) => !names.includes(name));
  return isController ? (isBroker ? 'broker,controller' : 'controller') : 'broker';
}

function isEmpty(reader: Reader, key: string): boolean {
  const entry = reader.entry(key);
  return !entry || (entry.value.kind !== 'dynamic' && entry.value.text.trim() === '');
}

/** A start script that fills in placeholders may add what is missing as well. */
function standsAlone(reader: Reader): boolean {
  return reader.scope.completeness === 'complete' && !reader.once(hasPlaceholders, undefined);
}

const hasPlaceholders = ({ scope }: Reader): boolean => scope.entries.some(({ value }) => value.kind === 'dynamic');
