import type { WireReader } from '../wire/reader';
import { type ApiCall, type ApiSupport, pickVersion } from './call';

/** Of one broker. More would be no list for a person to read, and each costs requests. */
const MOST_GROUPS = 10_000;

export interface ListedGroup {
  readonly groupId: string;
  /** `consumer` or empty for consumers; `connect` and others are no consumers. */
  readonly protocolType: string;
  /** Absent before Kafka 2.6. */
  readonly state?: string;
  /** `classic`, `consumer`, `share`, `streams`; absent before Kafka 3.8. */
  readonly type?: string;
}

export interface ListGroupsAnswer {
  readonly errorCode: number;
  readonly groups: readonly ListedGroup[];
  /** How many there are beyond those. */
  readonly omitted: number;
}

/** The groups that the asked broker coordinates: so its answer tells the coordinator of each. */
export function listGroups(support: ApiSupport): ApiCall<ListGroupsAnswer> {
  const version = pickVersion(support, 'ListGroups', 16, [5, 4, 2, 1]);
  const flexible = version >= 3;
  return {
    name: 'ListGroups',
    key: 16,
    version,
    flexible,
    write: (body) => {
      if (version >= 4) body.array([], () => {}, true);
      if (version >= 5) body.array([], () => {}, true);
      if (flexible) body.noTags();
    },
    read: (body) => {
      body.skip(4);
      const errorCode = body.int16();
      const { items, length } = body.arrayUpTo(MOST_GROUPS, () => readGroup(body, version), flexible);
      return { errorCode, groups: items, omitted: length - items.length };
    },
  };
}

function readGroup(body: WireReader, version: number): ListedGroup {
  const flexible = version >= 3;
  const group = { groupId: body.string(flexible), protocolType: body.string(flexible) };
  const state = version >= 4 ? body.string(true) : '';
  const type = version >= 5 ? body.string(true) : '';
  if (flexible) body.tags();
  return { ...group, ...(state !== '' && { state }), ...(type !== '' && { type: type.toLowerCase() }) };
}
