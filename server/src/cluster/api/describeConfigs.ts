import type { WireReader } from '../wire/reader';
import { type ApiCall, type ApiSupport, pickVersion } from './call';

const TOPIC = 2;

export interface TopicConfig {
  readonly topic: string;
  readonly errorCode: number;
  readonly value?: string;
}

/** One key's value in every named topic; any broker can tell. */
export function describeTopicConfig(
  support: ApiSupport,
  key: string,
  topics: readonly string[],
): ApiCall<readonly TopicConfig[]> {
  return {
    name: 'DescribeConfigs',
    key: 32,
    version: pickVersion(support, 'DescribeConfigs', 32, [1]),
    flexible: false,
    write: (body) => {
      body.array(topics, (topic) => {
        body
          .int8(TOPIC)
          .string(topic)
          .array([key], (name) => body.string(name));
      });
      body.boolean(false);
    },
    read: (body) => {
      body.skip(4);
      return body.array(() => readTopic(body, key));
    },
  };
}

function readTopic(body: WireReader, key: string): TopicConfig {
  const errorCode = body.int16();
  body.skipString();
  body.skip(1);
  const topic = body.string();
  const values = body.array(() => readEntry(body));
  const value = values.find((entry) => entry.name === key)?.value;
  return { topic, errorCode, ...(value !== undefined && { value }) };
}

function readEntry(body: WireReader): { readonly name: string; readonly value: string | undefined } {
  const entry = { name: body.string(), value: body.nullableString() };
  body.skip(3);
  body.array(() => {
    body.skipString();
    body.skipString();
    body.skip(1);
  });
  return entry;
}
