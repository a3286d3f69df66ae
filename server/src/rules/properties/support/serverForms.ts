import { splitAtCommas, withoutEmptyEnd } from '../../../catalogue/javaSplit';
import { SECURITY_PROTOCOLS } from '../../broker/support/listeners';
import { addressProblem } from '../../client/support/addresses';
import { type Form, type FormCheck, malformed } from './forms';

const THROTTLED = /^(?:[0-9]+:[0-9]+)?$/;
const HOST = /^[0-9a-zA-Z\-%._:]*$/;
const CODECS = ['0', '1', '2', '3', '4'];
const COUNT = /^[+-]?\d+$/;

const KNOWN_VERSION = 'a version of Kafka that this one knows, such as 3.0';

/** `0.10.2`, `2.8`, `2.8.1`, `3.0-IV1`: the names and their short forms, of which a patch release may be written. */
const protocolVersion: FormCheck = (value, { constraint }) => {
  const segments = value.split('.');
  const key = segments.slice(0, value.startsWith('0.') ? 3 : 2).join('.');
  // What was never released has no short name, only names such as 4.0-IV0.
  if (/^4\.\d+$/.test(key)) return malformed(KNOWN_VERSION);
  const names = (constraint?.other ?? '').replace(/^\[|\]$/g, '').split(', ');
  if (names.some((name) => name === key || name.replace(/-IV\d+$/, '') === key)) return undefined;
  return malformed(KNOWN_VERSION);
};

/** ThrottledReplicaListValidator. */
const throttledReplicas: FormCheck = (value) => {
  const elements = value.split(',').map((element) => element.trim());
  if (elements.every((element) => THROTTLED.test(element)) || elements.join('') === '*') return undefined;
  return malformed('* or a list of partition:broker');
};

/** SocketServer's limits by host: `host:count`, where the host may hold colons. */
const hostLimits: FormCheck = (value) => {
  // Empty elements at the end fall away, as in String.split.
  const elements = value === '' ? [] : withoutEmptyEnd(splitAtCommas(value));
  const fits = elements.every((element) => {
    const colon = element.lastIndexOf(':');
    return colon >= 0 && HOST.test(element.slice(0, colon).trim()) && COUNT.test(element.slice(colon + 1).trim());
  });
  return fits ? undefined : malformed('a list of host:count');
};

/** A listener's name and its protocol; the name is all up to the last colon. */
const protocolMap: FormCheck = (value) => {
  const elements = value === '' ? [] : withoutEmptyEnd(splitAtCommas(value));
  const fits = elements.every((element) => {
    const protocol = element.slice(element.lastIndexOf(':') + 1).trim();
    return element.includes(':') && SECURITY_PROTOCOLS.includes(protocol.toUpperCase());
  });
  return fits
    ? undefined
    : malformed(`a list of NAME:PROTOCOL, with one of the protocols ${SECURITY_PROTOCOLS.join(', ')}`);
};

const bootstrapControllers: FormCheck = (value) => {
  const problems = value === '' ? [] : value.split(',').map((element) => addressProblem(element.trim()));
  // What is lenient some versions take and others do not, which a rule about the node's mode knows.
  return problems.every((problem) => problem === undefined || problem === 'lenient')
    ? undefined
    : malformed('a list of host:port');
};

const compressionCodec: FormCheck = (value) =>
  CODECS.includes(String(Number(value))) ? undefined : { kind: 'not-one-of', allowed: CODECS, offending: value };

const poolSize: FormCheck = (value) => {
  const number = Number(value);
  return number === -1 || number >= 1 ? undefined : malformed('at least 1, or -1 for the default');
};

/** GroupCoordinatorConfig has room for more, but takes one. */
const oneAssignor: FormCheck = (value, { constraint }) => {
  const names = value.split(',').map((name) => name.trim());
  const count = constraint?.distinct ? new Set(names).size : names.length;
  return value !== '' && count === 1 ? undefined : malformed('exactly one assignor');
};

/** The classic protocol cannot be switched off. */
const rebalanceProtocols: FormCheck = (value) => {
  const elements = value.split(',').map((element) => element.trim().toLowerCase());
  return elements.includes('classic') ? undefined : malformed('a list that has classic');
};

export const SERVER_FORMS: readonly (readonly [string, Form])[] = [
  ['inter.broker.protocol.version', { check: protocolVersion }],
  ['log.message.format.version', { check: protocolVersion }],
  ['message.format.version', { check: protocolVersion }],
  ['leader.replication.throttled.replicas', { check: throttledReplicas }],
  ['follower.replication.throttled.replicas', { check: throttledReplicas }],
  ['max.connections.per.ip.overrides', { check: hostLimits, unlisted: true }],
  ['listener.security.protocol.map', { check: protocolMap, unlisted: true }],
  ['controller.quorum.bootstrap.servers', { check: bootstrapControllers }],
  ['offsets.topic.compression.codec', { check: compressionCodec, unlisted: true }],
  ['share.coordinator.state.topic.compression.codec', { check: compressionCodec, unlisted: true }],
  ['remote.log.manager.copier.thread.pool.size', { check: poolSize }],
  ['remote.log.manager.expiration.thread.pool.size', { check: poolSize }],
  ['group.share.assignors', { check: oneAssignor, unlisted: true }],
  ['group.coordinator.rebalance.protocols', { check: rebalanceProtocols, unlisted: true }],
];
