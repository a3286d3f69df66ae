import type { ConfigEdit } from '../../../model/edit';
import type { Fix } from '../../../model/finding';
import type { Scope } from '../../../model/scope';
import { isAtLeast } from '../../../model/version';
import type { Secret } from './secrets';

const PROVIDER = 'org.apache.kafka.common.config.provider.EnvVarConfigProvider';

/** Makes the fix for each secret of a process. */
export type SecretFixer = (secret: Secret) => Fix;

/**
 * Lets Kafka read secrets from environment variables. Undefined for versions without the provider, for librdkafka,
 * for connectors, whose providers are their worker's, and where the list of providers is a placeholder.
 */
export function environmentFixer(scope: Scope): SecretFixer | undefined {
  if (scope.client !== 'java' || scope.role === 'connector' || !isAtLeast(scope.target.version, '3.5'))
    return undefined;
  const providers = providerEdits(scope);
  if (!providers) return undefined;
  return ({ entry, text, at }) => {
    const variable = variableFor(entry.writtenKey);
    const old = entry.value.text;
    const value = `${old.slice(0, at)}\${env:${variable}}${old.slice(at + text.length)}`;
    const title = `Read it from the environment variable ${variable}`;
    return { title, safe: false, edits: [{ kind: 'set', entry, value }, ...providers] };
  };
}

/** Nothing to add where a provider of that name is there; undefined where the providers are not to be read. */
function providerEdits(scope: Scope): ConfigEdit[] | undefined {
  const list = scope.entries.find(({ key, overriddenBy }) => key === 'config.providers' && !overriddenBy);
  const add = (key: string, value: string): ConfigEdit => ({ kind: 'add', scope, key, value });
  const definition = add('config.providers.env.class', PROVIDER);
  if (!list) return [add('config.providers', 'env'), definition];
  if (list.value.kind !== 'literal') return undefined;
  const names = list.value.text.split(',').map((name) => name.trim());
  if (names.includes('env')) return [];
  return [{ kind: 'set', entry: list, value: `${list.value.text.trim()},env` }, definition];
}

function variableFor(key: string): string {
  const name = key.endsWith('sasl.jaas.config') ? 'sasl.password' : key;
  const words = name.replace(/^listener\.name\.[^.]+\.(?:[^.]+\.(?=sasl))?/, '').replace(/[^A-Za-z0-9]+/g, '_');
  return `KAFKA_${words.replace(/^_|_$/g, '').toUpperCase()}`;
}
