import { tableOf } from '../../model/tableOf';

/** Our own words on the options of KafkaJS' admin calls. */
export const KAFKAJS_ADMIN_DESCRIPTIONS: Readonly<Record<string, string>> = tableOf({
  'createTopics topics': 'The topics to create. The call returns `false` when all of them exist already.',
  'createTopics topics[].topic': 'The topic’s name.',
  'createTopics topics[].numPartitions': 'How many partitions. Default -1: the brokers’ `num.partitions`.',
  'createTopics topics[].replicationFactor': 'How many copies. Default -1: the brokers’ `default.replication.factor`.',
  'createTopics topics[].replicaAssignment': 'Which brokers hold which partition, in place of the two numbers.',
  'createTopics topics[].configEntries':
    'The topic’s settings, such as `{ name: "retention.ms", value: "604800000" }`. Values must be texts.',
  'createTopics topics[].configEntries[].name': 'A topic setting, such as `min.insync.replicas`.',
  'createTopics topics[].configEntries[].value': 'Its value, as text: KafkaJS throws for numbers.',
  'createTopics waitForLeaders': 'Whether the call waits until every partition has a leader. Default `true`.',
  '* validateOnly': 'Whether the request is only checked and nothing is changed. Default `false`.',
  '* timeout': 'How long the broker may take, in ms. Default 5000.',
  'deleteTopics topics': 'The names of the topics to delete.',
  'createPartitions topicPartitions':
    'The topics to give more partitions. Keys then map to other partitions than before.',
  'createPartitions topicPartitions[].count': 'The new total number of partitions, not how many to add.',
  'fetchOffsets groupId': 'The group whose committed offsets are wanted.',
  'fetchOffsets topics':
    'The topics that matter; all when absent. The answer is a list of `{ topic, partitions: [{ partition, offset, metadata }] }` without the topic’s end: ask `fetchTopicOffsets` for `high`.',
  'fetchOffsets resolveOffsets':
    'Turns the special offsets -1 and -2 into real ones and commits them for the group. Default `false`. It changes the group, which must not be running.',
  'fetchTopicMetadata topics': 'The topics that matter; all when absent.',
  'setOffsets groupId': 'The group to move. It must have no running consumers.',
  'setOffsets topic': 'The topic to move in.',
  'setOffsets partitions': 'The partitions with their new offsets, as texts.',
  'resetOffsets groupId': 'The group to move. It must have no running consumers.',
  'resetOffsets topic': 'The topic to move in.',
  'resetOffsets earliest': 'Whether to go to the oldest message. Default `false`: to the end.',
  'deleteTopicRecords topic': 'The topic to delete records from.',
  'deleteTopicRecords partitions': 'Up to which offset to delete in each partition, as text; -1 for everything.',
  'describeConfigs resources': 'The topics and brokers whose settings are wanted.',
  'describeConfigs includeSynonyms': 'Whether to tell too where each value comes from. Default `false`.',
  'alterConfigs resources':
    'The new settings. They replace all earlier ones of the resource: what is left out goes back to its default.',
});
