import { settingAt } from '../../../server/src/catalogue/catalogue';
import type { Role } from '../../../server/src/model/scope';
import type { KafkaVersion } from '../../../server/src/model/version';
import type { Random } from './random';
import { SASL_VALUES, SECURITY_PROTOCOLS, TLS_VALUES } from './securityValues';

/** What a case gets of SASL and TLS: a protocol, and some of the settings that go with it or do not. */
export function securityOf(role: Role, prefix: string, version: KafkaVersion, random: Random): [string, string][] {
  const protocol = random.pick(SECURITY_PROTOCOLS);
  const entries: [string, string][] = [[`${prefix}security.protocol`, protocol]];
  const add = (values: Readonly<Record<string, readonly [string, ...string[]]>>, key: string): void => {
    const own = values[key];
    const setting = settingAt(role, key, version);
    // What the version does not have is a finding about the key and never an error.
    if (!own || !setting) return;
    entries.push([prefix + key, random.chance(0.6) ? own[0] : random.pick(own)]);
  };
  if (!/^plaintext$/i.test(protocol) || random.chance(0.2)) {
    if (/sasl/i.test(protocol) || random.chance(0.1)) addSasl(add, random);
    if (/ssl$/i.test(protocol) || random.chance(0.1)) addTls(add, random);
  }
  return entries;
}

type Add = (values: typeof SASL_VALUES, key: string) => void;

function addSasl(add: Add, random: Random): void {
  if (random.chance(0.9)) add(SASL_VALUES, 'sasl.mechanism');
  if (random.chance(0.9)) add(SASL_VALUES, 'sasl.jaas.config');
  if (random.chance(0.4)) add(SASL_VALUES, random.pickAny(Object.keys(SASL_VALUES)) ?? '');
}

const STORES: readonly (readonly string[])[] = [
  ['ssl.keystore.type', 'ssl.keystore.key', 'ssl.keystore.certificate.chain', 'ssl.key.password'],
  ['ssl.truststore.type', 'ssl.truststore.certificates'],
  ['ssl.keystore.location', 'ssl.keystore.password', 'ssl.keystore.type', 'ssl.keystore.key'],
  ['ssl.truststore.location', 'ssl.truststore.password', 'ssl.truststore.type', 'ssl.truststore.certificates'],
];

function addTls(add: Add, random: Random): void {
  if (random.chance(0.6)) for (const key of random.pickAny(STORES) ?? []) if (random.chance(0.7)) add(TLS_VALUES, key);
  if (random.chance(0.5)) add(TLS_VALUES, random.pickAny(Object.keys(TLS_VALUES)) ?? '');
}
