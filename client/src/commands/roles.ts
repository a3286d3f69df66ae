import * as l10n from '@vscode/l10n';
/** What each role stands for, as a picker says it. */
export const ROLE_DESCRIPTIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    broker: l10n.t('a broker: server.properties or broker.properties'),
    controller: l10n.t('a KRaft controller'),
    combined: l10n.t('a KRaft node that is broker and controller'),
    topic: l10n.t('settings of a topic, as kafka-configs.sh takes them'),
    producer: l10n.t('a producer'),
    consumer: l10n.t('a consumer'),
    admin: l10n.t('an admin client'),
    client: l10n.t('settings that several clients or tools share'),
    'connect-standalone': l10n.t('a standalone Kafka Connect worker'),
    'connect-distributed': l10n.t('a distributed Kafka Connect worker'),
    connector: l10n.t('a connector'),
    streams: l10n.t('a Kafka Streams application'),
    'mirror-maker': 'MirrorMaker 2',
  }),
);
