import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { addOrSet } from '../fixes';
import { SERVER_ROLES } from '../roles';
import type { ScopeRule } from '../rule';

const VOLUME = '/var/lib/kafka/data';

export const rule: ScopeRule = {
  id: 'compose/data-outside-volume',
  summary: 'The volume stays empty, and the data is gone with the container',
  severity: 'warning',
  roles: SERVER_ROLES,
  sources: ['ServerLogConfigs.LOG_DIR_DEFAULT', 'apache/kafka Dockerfile (VOLUME)'],
  *check(reader: Reader): Iterable<Report> {
    const { container, completeness } = reader.scope;
    if (container?.image?.name !== 'apache/kafka' || completeness !== 'complete' || !reader.first()) return;
    if (!container.mounts.includes(VOLUME) || reader.has('log.dirs') || reader.has('log.dir')) return;
    const message = `log.dirs is not set, so data is under /tmp/kafka-logs: the volume at ${VOLUME} stays empty, and the data goes with the container.`;
    yield { span: container.image.span, message, fixes: [addOrSet(reader, 'log.dirs', VOLUME)] };
  },
};
