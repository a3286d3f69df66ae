import { folderOf } from './packages.mjs';
import { readTypes } from './types.mjs';

const OBJECTS = {
  producer: 'Producer',
  consumer: 'KafkaConsumer',
  highLevelProducer: 'HighLevelProducer',
  admin: 'IAdminClient',
};

/** The wrapper's own calls; its clients take librdkafka's keys, which are told in that library's own table. */
export function readNodeRdkafka() {
  const { methods, calls, enums } = readTypes({
    folder: folderOf('rdkafka'),
    file: 'index.d.ts',
    objects: OBJECTS,
    outside: ['config.d.ts'],
  });
  // A topic's settings are Kafka's own.
  calls.createTopic = calls.createTopic.filter((option) => !option.name.startsWith('config.'));
  return { methods, calls, enums };
}
