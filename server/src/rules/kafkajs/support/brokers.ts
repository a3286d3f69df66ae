import type { Scope } from '../../../model/scope';
import { optionIn } from './options';

const ADDRESSES = ['brokers', 'kafkaJS.brokers', 'bootstrap.servers', 'metadata.broker.list'];

/** True when all brokers that the scope names are on this machine. */
export function isLocal(scope: Scope): boolean {
  const value = ADDRESSES.map((name) => optionIn(scope, name)?.value).find(Boolean);
  if (value?.kind !== 'literal') return false;
  return value.text
    .split(',')
    .every((one) => /^\s*(?:localhost|127\.\d+\.\d+\.\d+|\[?::1\]?|0\.0\.0\.0)(?::|\s*$)/.test(one));
}
