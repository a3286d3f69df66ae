import { settingsOf } from '../../catalogue/catalogue';
import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { tableOf } from '../../model/tableOf';
import { anchorOf } from '../anchor';
import { addOrSet } from '../fixes';
import { CONNECT_WORKER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';

const BOOTSTRAP = 'bootstrap.servers';

/** What a new worker usually has; only suggested. */
const USUAL: Readonly<Record<string, string>> = tableOf({
  [BOOTSTRAP]: 'localhost:9092',
  'key.converter': 'org.apache.kafka.connect.json.JsonConverter',
  'value.converter': 'org.apache.kafka.connect.json.JsonConverter',
});

export const rule: ScopeRule = {
  id: 'connect/missing-setting',
  summary: 'A worker lacks a setting that has no default',
  severity: 'error',
  roles: CONNECT_WORKER_ROLES,
  sources: ['WorkerConfig.baseConfigDef', 'WorkerConfig.lookupKafkaClusterId', 'KafkaAdminClient.createInternal'],
  *check(reader: Reader): Iterable<Report> {
    const span = anchorOf(reader);
    if (!span || reader.scope.completeness !== 'complete') return;
    for (const key of requiredKeys(reader)) {
      if (reader.has(key)) continue;
      const value = USUAL[key];
      const why =
        key === BOOTSTRAP
          ? "its default reaches the worker's configuration, but not the clients that the worker makes"
          : 'it has no default';
      const message = `${key} is missing, and ${why}: the worker does not start.`;
      yield { span, message, fixes: value === undefined ? [] : [addOrSet(reader, key, value)] };
    }
  },
};

function requiredKeys({ scope }: Reader): readonly string[] {
  const required = settingsOf(scope.role, scope.target.version).filter((setting) => setting.default === undefined);
  return [...new Set([BOOTSTRAP, ...required.map(({ key }) => key)])];
}
