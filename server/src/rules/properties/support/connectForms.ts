import { splitAtCommas, withoutEmptyEnd } from '../../../catalogue/javaSplit';
import { atLeastOneOrDefault } from './clientForms';
import { type Form, type FormCheck, malformed } from './forms';

const REPLICAS_OR_PARTITIONS = atLeastOneOrDefault(Number.POSITIVE_INFINITY);
const URLS = 'a list of http://host:port or https://host:port';
const HEADER_RULE = 'a list of "action name:value", with one of the actions set, add, setDate and addDate';
const HEADER_ACTION = /^(?:set|add|setdate|adddate)$/i;
const PROTOCOLS = ['eager', 'compatible', 'sessioned'];

/** RestServerConfig's validators of listeners, which leave the form of each to the server that reads it. */
const restListeners =
  (mayBeEmpty: boolean): FormCheck =>
  (value) => {
    if (value === '') return mayBeEmpty ? undefined : malformed(URLS);
    return value.split(',').some((listener) => listener.trim() === '') ? malformed(URLS) : undefined;
  };

/** Jetty takes quotes around a rule that holds a comma; such rules are left to it. */
const responseHeaders: FormCheck = (value) => {
  if (value === '' || value.includes('"')) return undefined;
  return withoutEmptyEnd(value.split(',')).every(isHeaderRule) ? undefined : malformed(HEADER_RULE);
};

function isHeaderRule(rule: string): boolean {
  const match = /^(\S+)\s+(\S.*)$/s.exec(rule.trim());
  const parts = match?.[2]?.split(':') ?? [];
  const [name = '', text = ''] = parts;
  if (!match || !HEADER_ACTION.test(match[1] ?? '') || parts.length !== 2 || text === '') return false;
  return name.trim() !== '' && !/\s/.test(name.trim());
}

const connectProtocol: FormCheck = (value) =>
  PROTOCOLS.includes(value.toLowerCase()) ? undefined : { kind: 'not-one-of', allowed: PROTOCOLS, offending: value };

const uniqueAliases: FormCheck = (value) => {
  const aliases = value.split(',').map((alias) => alias.trim());
  return new Set(aliases).size === aliases.length ? undefined : malformed('a list in which each name stands once');
};

const OPTIMIZATIONS = [
  'none',
  'all',
  'reuse.ktable.source.topics',
  'merge.repartition.topics',
  'single.store.self.join',
];

/** StreamsConfig.verifyTopologyOptimizationConfigs; before 3.4 there was a choice of two. */
const optimizations: FormCheck = (value, { constraint }) => {
  if (constraint?.oneOf) return undefined;
  const names = splitAtCommas(value);
  const offending = names.find((name) => !OPTIMIZATIONS.includes(name));
  if (offending !== undefined) return { kind: 'not-one-of', allowed: OPTIMIZATIONS, offending };
  const isAlone = names.length === 1 || !(names.includes('none') || names.includes('all'));
  return isAlone ? undefined : malformed('none, or all, or a list of the single optimizations');
};

export const CONNECT_FORMS: readonly (readonly [string, Form])[] = [
  ['config.storage.replication.factor', { check: REPLICAS_OR_PARTITIONS }],
  ['offset.storage.replication.factor', { check: REPLICAS_OR_PARTITIONS }],
  ['offset.storage.partitions', { check: REPLICAS_OR_PARTITIONS }],
  ['status.storage.replication.factor', { check: REPLICAS_OR_PARTITIONS }],
  ['status.storage.partitions', { check: REPLICAS_OR_PARTITIONS }],
  // A broker's setting of this name has no validator of its own, and none in the catalogue.
  ['listeners', { check: restListeners(false) }],
  ['admin.listeners', { check: restListeners(true), unlisted: true }],
  ['transforms', { check: uniqueAliases }],
  ['predicates', { check: uniqueAliases }],
  ['topic.creation.groups', { check: uniqueAliases }],
  ['response.http.headers.config', { check: responseHeaders }],
  ['connect.protocol', { check: connectProtocol }],
  ['topology.optimization', { check: optimizations }],
];
