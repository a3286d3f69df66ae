import type { Entry } from '../../../model/entry';
import type { Scope } from '../../../model/scope';
import { optionIn } from './options';

const ADDRESSES = ['brokers', 'kafkaJS.brokers', 'bootstrapBrokers', 'bootstrap.servers', 'metadata.broker.list'];

/** The option that names the brokers, whatever the library calls it. */
export function addressesIn(scope: Scope): Entry | undefined {
  return ADDRESSES.map((name) => optionIn(scope, name)).find((entry) => entry !== undefined);
}

/** True when all brokers that the scope names are on this machine. */
export function isLocal(scope: Scope): boolean {
  const value = addressesIn(scope)?.value;
  if (value?.kind !== 'literal') return false;
  return value.text
    .split(',')
    .every((one) => /^\s*(?:localhost|127\.\d+\.\d+\.\d+|\[?::1\]?|0\.0\.0\.0)(?::|\s*$)/.test(one));
}
