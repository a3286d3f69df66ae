/** What each role stands for, as a picker says it. */
export const ROLE_DESCRIPTIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    broker: 'a broker: server.properties or broker.properties',
    controller: 'a KRaft controller',
    combined: 'a KRaft node that is broker and controller',
    topic: 'settings of a topic, as kafka-configs.sh takes them',
    producer: 'a producer',
    consumer: 'a consumer',
    admin: 'an admin client',
    client: 'settings that several clients or tools share',
    'connect-standalone': 'a standalone Kafka Connect worker',
    'connect-distributed': 'a distributed Kafka Connect worker',
    connector: 'a connector',
    streams: 'a Kafka Streams application',
    'mirror-maker': 'MirrorMaker 2',
  }),
);
