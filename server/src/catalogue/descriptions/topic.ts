import { tableOf } from '../../model/tableOf';

/** Our own words, with unit and effect; see describe.ts. */
export const TOPIC_DESCRIPTIONS: Readonly<Record<string, string>> = tableOf({
  'cleanup.policy':
    'What happens to old segments: `delete` drops them, `compact` keeps the last record of each key, both together do both.',
  'compression.type':
    'The codec in which the broker stores batches. `producer` keeps what came; any other makes the broker compress again what came otherwise.',
  'compression.gzip.level': 'The effort of gzip when the broker compresses: -1 for its default, or 1 to 9.',
  'compression.lz4.level': 'The effort of lz4 when the broker compresses, 1 to 17.',
  'compression.zstd.level': 'The effort of zstd when the broker compresses; negative levels are the fastest.',
  'delete.retention.ms':
    'How long, in ms, tombstones are kept in a compacted topic, so that slow readers see the deletion.',
  'file.delete.delay.ms':
    "How long, in ms, a deleted segment's file stays on disk, for readers that still have it open.",
  'flush.messages':
    'After how many records the log is forced to disk. The default leaves it to the operating system; replication keeps records safe.',
  'flush.ms': 'After how many ms the log is forced to disk; the default leaves it to the operating system.',
  'follower.replication.throttled.replicas':
    'Replicas whose copying is throttled on the follower, as `partition:broker`, or `*` for all.',
  'leader.replication.throttled.replicas':
    'Replicas whose copying is throttled on the leader, as `partition:broker`, or `*` for all.',
  'index.interval.bytes': 'How many bytes of records lie between two entries of the offset index.',
  'local.retention.bytes':
    'How many bytes of tiered segments stay on local disk for each partition; -2 takes `retention.bytes`.',
  'local.retention.ms': 'How long, in ms, tiered segments stay on local disk; -2 takes `retention.ms`.',
  'max.compaction.lag.ms': 'How long, in ms, a record may stay uncompacted at most.',
  'min.compaction.lag.ms': 'How long, in ms, a record stays uncompacted at least.',
  'max.message.bytes': 'The largest batch in bytes, after compression, that the topic takes.',
  'message.timestamp.after.max.ms':
    "How far, in ms, a record's timestamp may lie in the future before it is rejected; one hour since 4.0.",
  'message.timestamp.before.max.ms': "How far, in ms, a record's timestamp may lie in the past before it is rejected.",
  'message.timestamp.difference.max.ms':
    "How far, in ms, a record's timestamp may lie from the broker's clock either way, before 4.0.",
  'message.timestamp.type':
    'Whether a record carries the time its producer set (`CreateTime`) or that of its append (`LogAppendTime`).',
  'message.format.version': 'The record format on disk, for clients before 0.11; without effect since 3.0.',
  'message.downconversion.enable': 'Whether records are converted for very old consumers, which costs memory and CPU.',
  'min.cleanable.dirty.ratio':
    'The share of the log that must be uncleaned before it is compacted. Lower wastes less disk and cleans more often.',
  'min.insync.replicas':
    'How many in-sync replicas a write with `acks=all` needs. With a replication factor of 3, 2 survives the loss of one broker without losing acknowledged records.',
  preallocate: "Whether a new segment's file gets its full size at once, which helps on Windows only.",
  'remote.storage.enable':
    'Whether closed segments of the topic move to remote storage. The broker must have tiered storage on.',
  'remote.log.copy.disable':
    'Whether nothing more is copied to remote storage, so that the topic becomes read-only there.',
  'remote.log.delete.on.disable':
    'Whether remote segments are deleted when tiered storage is switched off for the topic.',
  'retention.bytes':
    'How many bytes each partition may hold before its oldest segments go; -1 sets no bound. It counts for a partition, not for the topic.',
  'retention.ms': 'How long, in ms, records are kept under the `delete` policy; -1 keeps them for ever.',
  'segment.bytes':
    'The size in bytes at which a segment is closed. Retention and compaction work on closed segments; small ones cost file handles and memory maps.',
  'segment.index.bytes': 'The largest size of an offset index in bytes.',
  'segment.jitter.ms':
    'A random part of up to so many ms taken off the roll time, so that segments do not all roll at once.',
  'segment.ms': 'The age in ms at which a segment is closed even when it is small.',
  'unclean.leader.election.enable':
    'Whether a replica out of sync may become leader when no other is left. It brings the partition back at the price of acknowledged records.',
});
