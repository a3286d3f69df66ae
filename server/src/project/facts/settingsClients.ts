import { receivedEntries } from '../../catalogue/inheritance';
import type { Entry } from '../../model/entry';
import type { ClientLibrary, Role, Scope } from '../../model/scope';
import { tablesOf } from '../../model/tableOf';
import { rootOf } from '../../model/tree';
import type { Meant } from './slim';

/** What a scope says, with what it gets from elsewhere in its process. */
export function meantBySettings(scope: Scope, ownerOf: (entry: Entry) => number | undefined): Meant[] {
  const own = receivedEntries(scope);
  const given = own.some(({ key }) => key === 'bootstrap.servers') ? own : [...ofWorker(scope), ...own];
  return given.flatMap((entry): Meant[] => {
    const owner = ownerOf(entry);
    return entry.overriddenBy
      ? []
      : [{ key: entry.key, value: entry.value, entry, scope: owner ?? -1, settable: owner !== undefined }];
  });
}

/** The clients of a worker connect to its brokers, and get nothing else from it (Worker.baseProducerConfigs). */
function ofWorker(scope: Scope): readonly Entry[] {
  if (!scope.part || scope.part.cluster !== undefined) return [];
  return rootOf(scope).entries.filter(({ key }) => key === 'bootstrap.servers');
}

type Defaults = ReadonlyMap<string, string | undefined>;

/** Where a library's own defaults differ from those of Kafka's clients; undefined where nobody here knows them. */
const DEFAULTS: Readonly<Partial<Record<ClientLibrary, Readonly<Record<string, string>>>>> = tablesOf({
  java: {},
  rdkafka: {
    'max.request.size': '1000000',
    'isolation.level': 'read_committed',
    'partition.assignment.strategy': 'range,roundrobin',
  },
});

/** Roles that define few of the settings that all clients have, and hand on all that are written. */
const AS_CLIENT: readonly Role[] = ['streams', 'connect-standalone', 'mirror-maker', 'connector'];

export interface ReadAs {
  readonly role: Role;
  readonly completeness: Scope['completeness'];
  readonly defaults?: Defaults;
}

export function readAs({ role, client, completeness, part, parent, defaults }: Scope): ReadAs {
  const own = DEFAULTS[client];
  const whole = part && parent ? parent.completeness : completeness;
  return {
    role: AS_CLIENT.includes(role) ? 'client' : role,
    completeness: own ? whole : 'fragment',
    ...(own && { defaults: new Map([...Object.entries(own), ...(defaults ?? [])]) }),
  };
}
