import type { LogDir } from '../model';
import type { WireReader } from '../wire/reader';
import { type ApiCall, type ApiSupport, pickVersion } from './call';
import { ERROR } from './errorCode';

const DESCRIBE_LOG_DIRS = 35;
/** The version that tells of disks, and one that every broker knows. */
const WITH_DISKS = 4;
const OLD = 1;

/** The directories of the broker that is asked, without what is in them; none where the user may not describe the cluster. */
export function describeLogDirs(support: ApiSupport): ApiCall<readonly LogDir[]> {
  const version = pickVersion(support, 'DescribeLogDirs', DESCRIBE_LOG_DIRS, [WITH_DISKS, OLD]);
  const flexible = version === WITH_DISKS;
  return {
    name: 'DescribeLogDirs',
    key: DESCRIBE_LOG_DIRS,
    version,
    flexible,
    write: (body) => {
      // No topic is named, so that an answer is short whatever the broker holds.
      body.array([], () => {}, flexible);
      if (flexible) body.noTags();
    },
    read: (body) => {
      body.skip(4);
      // The older version has no error: it lists nothing then.
      if (flexible) body.skip(2);
      return body.array(() => readDir(body, flexible), flexible);
    },
  };
}

function readDir(body: WireReader, flexible: boolean): LogDir {
  const isOffline = body.int16() === ERROR.KAFKA_STORAGE_ERROR;
  const path = body.string(flexible);
  body.array(() => skipTopic(body, flexible), flexible);
  if (!flexible) return { path, isOffline };
  const [totalBytes, usableBytes] = [body.int64(), body.int64()];
  body.tags();
  return { path, isOffline, ...(totalBytes >= 0n && { totalBytes, usableBytes }) };
}

function skipTopic(body: WireReader, flexible: boolean): void {
  body.skipString(flexible);
  body.array(() => {
    body.skip(4 + 8 + 8 + 1);
    if (flexible) body.tags();
  }, flexible);
  if (flexible) body.tags();
}
