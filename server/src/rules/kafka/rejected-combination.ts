import type { Reader } from '../../catalogue/reader';
import type { ConfigDocument } from '../../model/document';
import type { Fix, Report } from '../../model/finding';
import { addOrSet, removeEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { isReplaced } from '../support/replaced';
import { BROKER_COMBINATIONS } from './support/brokerCombinations';
import { CLIENT_COMBINATIONS } from './support/clientCombinations';
import type { Clash, Combination } from './support/combination';
import { CONNECT_COMBINATIONS } from './support/connectCombinations';
import { GROUP_INTERVALS } from './support/groupIntervals';
import { LISTENER_COMBINATIONS } from './support/listenerCombinations';
import { MIGRATION_COMBINATIONS } from './support/migrationCombinations';
import { MODE_COMBINATIONS } from './support/modeCombinations';
import { PROTOCOL_MAP_COMBINATIONS } from './support/protocolMapCombinations';
import { SASL_COMBINATIONS } from './support/saslCombinations';

const COMBINATIONS: readonly Combination[] = [
  ...BROKER_COMBINATIONS,
  ...MODE_COMBINATIONS,
  ...MIGRATION_COMBINATIONS,
  ...SASL_COMBINATIONS,
  ...LISTENER_COMBINATIONS,
  ...PROTOCOL_MAP_COMBINATIONS,
  ...GROUP_INTERVALS,
  ...CLIENT_COMBINATIONS,
  ...CONNECT_COMBINATIONS,
];

const TEMPLATE = /\{%|\{\{|<%/;

export const rule: ScopeRule = {
  id: 'kafka/rejected-combination',
  summary: 'Settings that are fine alone are rejected together',
  severity: 'error',
  roles: [
    'broker',
    'controller',
    'combined',
    'topic',
    'admin',
    'producer',
    'consumer',
    'connect-standalone',
    'connect-distributed',
    'streams',
  ],
  sources: [
    'KafkaConfig.validateValues',
    'GroupCoordinatorConfig',
    'LogConfig.validateValues, LogConfig.validateBrokerLogConfigValues',
    'KafkaAdminClient.configureDefaultApiTimeoutMs',
    'CommonClientConfigs.warnDisablingExponentialBackoff',
  ],
  checks: COMBINATIONS.map(
    (combination) =>
      (reader, { document }) =>
        judged(combination, reader, document),
  ),
};

function* judged(combination: Combination, reader: Reader, document: ConfigDocument): Iterable<Report> {
  if (!applies(combination, reader)) return;
  const clash = combination.clash(reader);
  const entry = clash?.keys.map((key) => reader.entry(key)).find((found) => found !== undefined);
  if (!clash || !entry || isReplaced(reader, entry)) return;
  if (clash.missing && TEMPLATE.test(document.text)) return;
  const severity = combination.warning ? ('warning' as const) : undefined;
  yield { span: entry.span, message: clash.message, fixes: fixesFor(reader, clash), ...(severity && { severity }) };
}

function applies({ roles, from, until }: Combination, reader: Reader): boolean {
  if (!roles.includes(reader.scope.role)) return false;
  return (!from || reader.atLeast(from)) && !(until && reader.atLeast(until));
}

function fixesFor(reader: Reader, { change }: Clash): Fix[] {
  if (!change) return [];
  if ('key' in change) return [addOrSet(reader, change.key, change.value)];
  const entry = reader.entry(change.remove);
  return entry ? [removeEntry(entry)] : [];
}
