import { addressProblem } from '../../client/support/addresses';
import { type Form, type FormCheck, malformed } from './forms';

const OFFSET_RESETS = ['earliest', 'latest', 'none'];
/** What Duration.parse takes; the groups are the parts, of which one must be there. */
const ISO_DURATION =
  /^([-+]?)P(?:([-+]?\d+)D)?(?:(T)(?:([-+]?\d+)H)?(?:([-+]?\d+)M)?(?:([-+]?\d+)(?:[.,]\d{0,9})?S)?)?$/i;

/** AutoOffsetResetStrategy.Validator. */
const offsetReset: FormCheck = (value) => {
  const duration = /^by_duration:(.*)$/s.exec(value)?.[1];
  if (OFFSET_RESETS.includes(value) || (duration !== undefined && isPositiveDuration(duration))) return undefined;
  return { kind: 'not-one-of', allowed: [...OFFSET_RESETS, 'by_duration:<ISO 8601 duration>'], offending: value };
};

function isPositiveDuration(text: string): boolean {
  const match = ISO_DURATION.exec(text);
  if (!match) return false;
  const [, sign, days, time, hours, minutes, seconds] = match;
  if (time && !hours && !minutes && !seconds) return false;
  return sign !== '-' && [days, hours, minutes, seconds].some((part) => part !== undefined);
}

/** -1 stands for the codec's, or the broker's, own choice. */
export function atLeastOneOrDefault(max: number): FormCheck {
  return (value) => {
    const number = Number(value);
    if (number === -1 || (number >= 1 && number <= max)) return undefined;
    return { kind: 'out-of-range', min: '1', ...(max !== Number.POSITIVE_INFINITY && { max: String(max) }) };
  };
}

/** Topic.validate, which consumers hold the names of static members to. */
const memberName: FormCheck = (value) =>
  /^[a-zA-Z0-9._-]{1,249}$/.test(value) && value !== '.' && value !== '..'
    ? undefined
    : malformed('1 to 249 letters, digits, ".", "_" or "-"');

const controllers: FormCheck = (value) => {
  const problems = value.split(',').flatMap((address) => (address.trim() === '' ? [] : addressProblem(address.trim())));
  return problems.every((problem) => problem === undefined || problem === 'lenient')
    ? undefined
    : malformed('a list of host:port');
};

const PRODUCER_CODECS = ['none', 'gzip', 'snappy', 'lz4', 'zstd'];
const SECURITY_PROTOCOLS = ['PLAINTEXT', 'SSL', 'SASL_PLAINTEXT', 'SASL_SSL'];

const BROKER_CODECS = ['uncompressed', 'zstd', 'lz4', 'snappy', 'gzip', 'producer'];

/** Versions without a choice in their definition look the name up when the client is made, or the broker. */
const codec: FormCheck = (value, { constraint, default: usual }) => {
  const allowed = usual === 'none' ? PRODUCER_CODECS : BROKER_CODECS;
  // Brokers alone overlook capitals.
  const meant = usual === 'none' ? value : value.toLowerCase();
  return constraint?.oneOf || allowed.includes(meant) ? undefined : { kind: 'not-one-of', allowed, offending: value };
};

const securityProtocol: FormCheck = (value, { constraint }) =>
  constraint?.oneOf || SECURITY_PROTOCOLS.includes(value.toUpperCase())
    ? undefined
    : { kind: 'not-one-of', allowed: SECURITY_PROTOCOLS, offending: value };

const oneOf =
  (...allowed: readonly string[]): FormCheck =>
  (value) =>
    allowed.includes(value.toLowerCase()) ? undefined : { kind: 'not-one-of', allowed, offending: value };

export const CLIENT_FORMS: readonly (readonly [string, Form])[] = [
  ['auto.offset.reset', { check: offsetReset }],
  ['compression.type', { check: codec, unlisted: true }],
  ['security.protocol', { check: securityProtocol, unlisted: true }],
  ['share.acknowledgement.mode', { check: oneOf('implicit', 'explicit') }],
  ['share.acquire.mode', { check: oneOf('batch_optimized', 'record_limit') }],
  ['group.instance.id', { check: memberName, unlisted: true }],
  ['bootstrap.controllers', { check: controllers, unlisted: true }],
  ['compression.gzip.level', { check: atLeastOneOrDefault(9) }],
];
