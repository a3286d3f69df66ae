import type { KafkaVersion } from '../../../model/version';
import { SERVER_ROLES } from '../../roles';
import { atMost, type Combination } from './combination';

/** GroupCoordinatorConfig's checks, which are the same for the three new kinds of group. */
export const GROUP_INTERVALS: readonly Combination[] = [
  ...intervalsOf('group.consumer', '3.5'),
  ...intervalsOf('group.share', '3.9'),
  ...intervalsOf('group.streams', '4.1'),
  ...boundsOf('group.share', 'record.lock.duration.ms', '3.9'),
  ...boundsOf('group.share', 'delivery.count.limit', '4.0'),
  ...boundsOf('group.share', 'partition.max.record.locks', '4.0'),
  atMost('group.share.max.size', 'group.share.max.share.sessions', { roles: SERVER_ROLES, from: '4.1' }),
  ...boundsOf('group.streams', 'task.offset.interval.ms', '4.2'),
  atMost('group.streams.num.warmup.replicas', 'group.streams.max.warmup.replicas', {
    roles: SERVER_ROLES,
    from: '4.1',
  }),
  atMost('group.streams.num.standby.replicas', 'group.streams.max.standby.replicas', {
    roles: SERVER_ROLES,
    from: '4.1',
  }),
];

function boundsOf(group: string, kind: string, from: KafkaVersion): Combination[] {
  return [
    atMost(`${group}.min.${kind}`, `${group}.max.${kind}`, { roles: SERVER_ROLES, from }),
    atMost(`${group}.${kind}`, `${group}.max.${kind}`, { roles: SERVER_ROLES, from }),
    atMost(`${group}.min.${kind}`, `${group}.${kind}`, { roles: SERVER_ROLES, from }),
  ];
}

function intervalsOf(group: string, from: KafkaVersion): Combination[] {
  const kinds = ['heartbeat.interval.ms', 'session.timeout.ms', 'assignment.interval.ms'];
  const bounds = kinds.flatMap((kind) => boundsOf(group, kind, from));
  const heartbeat = atMost(`${group}.heartbeat.interval.ms`, `${group}.session.timeout.ms`, {
    roles: SERVER_ROLES,
    from: '4.0',
    strict: true,
  });
  return [...bounds, heartbeat];
}
