/** Groups for outlines, by what the key is about; the first pattern that fits wins. */
const AREAS: readonly (readonly [RegExp, string])[] = [
  [
    /^(ssl|sasl|security|authorizer|principal|delegation|super|early\.start)\.|^listener\.name\.|\.(ssl|sasl)\.|^allow\.everyone/,
    'Security',
  ],
  [
    /^(process\.roles|node\.id|broker\.(id|rack)|controller\.|metadata\.log|zookeeper\.|initial\.broker|broker\.(heartbeat|session))/,
    'Cluster and quorum',
  ],
  [
    /^(listeners|advertised\.|inter\.broker|listener\.|socket\.|connections\.|max\.connections|num\.network|num\.io|queued\.|bootstrap\.|client\.(id|dns|rack)|send\.buffer|receive\.buffer|reconnect\.|request\.timeout|background\.threads|connection\.)/,
    'Network and threads',
  ],
  [
    /^(default\.replication|min\.insync|replica\.|num\.replica|unclean\.|auto\.leader|leader\.|replication\.|follower\.)/,
    'Replication',
  ],
  [
    /^(group\.|offsets\.|session\.|heartbeat\.|max\.poll|partition\.assignment|enable\.auto\.commit|auto\.commit|auto\.offset|isolation\.)/,
    'Groups and offsets',
  ],
  [/^(transaction|transactional)/, 'Transactions'],
  [/^(remote\.|rsm\.|rlmm\.|local\.)/, 'Tiered storage'],
  [
    /^(log\.|log4j|num\.partitions|num\.recovery|message\.|max\.message|retention\.|segment\.|cleanup\.|min\.cleanable|delete\.|flush\.|index\.|file\.delete|preallocate|compression\.|auto\.create)/,
    'Log and topics',
  ],
  [
    /^(batch\.|linger\.|buffer\.|acks$|retries$|retry\.|max\.in\.flight|max\.request|max\.block|delivery\.|enable\.idempotence|partitioner\.|(key|value)\.serializer)/,
    'Sending',
  ],
  [/^(fetch\.|max\.partition\.fetch|check\.crcs|(key|value)\.deserializer)/, 'Fetching'],
  [/^(metric|metrics|auto\.include\.jmx|client\.telemetry|enable\.metrics)/, 'Metrics'],
  [/^(quota|client\.quota|controller\.quota)/, 'Quotas'],
  [
    /^(config\.storage|status\.storage|offset\.storage|plugin\.|connector|tasks\.|(key|value|header)\.converter|transforms|errors\.|topics|rest\.)/,
    'Connect',
  ],
  [
    /^(application\.|state\.|num\.stream|processing\.|topology|statestore|commit\.interval|num\.standby|rocksdb)/,
    'Streams',
  ],
];

/** What a key is about, for people: `Replication`, `Log and topics`, … */
export function areaOf(key: string): string {
  return AREAS.find(([pattern]) => pattern.test(key))?.[1] ?? 'General';
}
