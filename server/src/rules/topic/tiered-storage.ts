import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { BROKER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';
import { brokerTiering } from './support/brokerTiering';
import { localRetention } from './support/localRetention';
import { topicTiering } from './support/topicTiering';

export const rule: ScopeRule = {
  id: 'topic/tiered-storage',
  summary: 'Tiered storage is switched on with settings that it does not work with',
  severity: 'error',
  roles: [...BROKER_ROLES, 'topic'],
  from: '3.6',
  sources: [
    'LogConfig.validateTopicLogConfigValues, LogConfig.validateBrokerLogConfigValues',
    'RemoteLogManager.createRemoteStorageManager',
    'BrokerServer (remote.log.metadata.manager.listener.name)',
  ],
  *check(reader: Reader): Iterable<Report> {
    const topic = reader.scope.role === 'topic';
    const enabled = topic ? 'remote.storage.enable' : 'remote.log.storage.system.enable';
    if (!reader.entry(enabled) || reader.boolean(enabled) !== true) return;
    yield* topic ? topicTiering(reader) : brokerTiering(reader);
    yield* localRetention(reader);
  },
};
