import type { ConfigSource, RunningSetting } from '../model';
import type { WireReader } from '../wire/reader';
import { type ApiCall, type ApiSupport, pickVersion } from './call';

const DESCRIBE_CONFIGS = 32;
const TYPES = { topic: 2, broker: 4 } as const;

/** What has a configuration: a topic by its name, a broker by its id. */
export interface ConfigResource {
  readonly kind: keyof typeof TYPES;
  readonly name: string;
}

export interface DescribedConfig extends ConfigResource {
  readonly errorCode: number;
  readonly settings: readonly RunningSetting[];
}

/**
 * The effective configuration of topics, which any broker tells, or of one broker, which tells its own alone; all keys, or
 * the named ones.
 */
export function describeConfigs(
  support: ApiSupport,
  resources: readonly ConfigResource[],
  keys?: readonly string[],
): ApiCall<readonly DescribedConfig[]> {
  return {
    name: 'DescribeConfigs',
    key: DESCRIBE_CONFIGS,
    version: pickVersion(support, 'DescribeConfigs', DESCRIBE_CONFIGS, [1]),
    flexible: false,
    write: (body) => {
      body.array(resources, ({ kind, name }) => {
        body.int8(TYPES[kind]).string(name);
        if (keys) body.array(keys, (key) => body.string(key));
        else body.nullArray();
      });
      body.boolean(false);
    },
    read: (body) => {
      body.skip(4);
      return body.array(() => readConfig(body));
    },
  };
}

function readConfig(body: WireReader): DescribedConfig {
  const errorCode = body.int16();
  body.skipString();
  const kind = body.int8() === TYPES.broker ? 'broker' : 'topic';
  const name = body.string();
  return { kind, name, errorCode, settings: body.array(() => readSetting(body)) };
}

/** Kafka's numbers of where a value comes from. */
const SOURCES: ReadonlyMap<number, ConfigSource> = new Map([
  [1, 'DYNAMIC_TOPIC_CONFIG'],
  [2, 'DYNAMIC_BROKER_CONFIG'],
  [3, 'DYNAMIC_DEFAULT_BROKER_CONFIG'],
  [4, 'STATIC_BROKER_CONFIG'],
  [5, 'DEFAULT_CONFIG'],
]);

function readSetting(body: WireReader): RunningSetting {
  const key = body.string();
  const value = body.nullableString();
  const isReadOnly = body.boolean();
  const source = SOURCES.get(body.int8()) ?? 'UNKNOWN';
  const isSensitive = body.boolean();
  // Where the value would come from if this one were gone, which is not asked for.
  body.array(() => {
    body.skipString();
    body.skipString();
    body.skip(1);
  });
  return { key, ...(value !== undefined && { value }), source, isReadOnly, isSensitive };
}
