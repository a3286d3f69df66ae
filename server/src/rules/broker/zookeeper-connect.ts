import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { BROKER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';

const KEY = 'zookeeper.connect';

export const rule: ScopeRule = {
  id: 'broker/zookeeper-connect',
  summary: 'Hosts of ZooKeeper are taken for a part of the path',
  severity: 'warning',
  until: '4.0',
  roles: BROKER_ROLES,
  sources: ['org.apache.zookeeper.client.ConnectStringParser'],
  *check(reader: Reader): Iterable<Report> {
    const set = reader.setString(KEY);
    const text = set?.value ?? '';
    const slash = text.indexOf('/');
    const path = text.slice(slash);
    if (!set || slash === -1 || !/,[^,]*:\d+/.test(path)) return;
    const hosts = text.slice(0, slash).split(',').length;
    const known = hosts === 1 ? 'only the first host' : `only the first ${hosts} hosts`;
    const message = `${KEY} has a path before its last host: ZooKeeper knows ${known}, and reads the rest as the path. It belongs behind the last host.`;
    yield { span: set.entry.span, message };
  },
};
