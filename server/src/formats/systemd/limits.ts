import type { Machine } from '../../model/machine';
import type { Span } from '../../model/span';
import type { MutableEntry } from '../../recognition/parts';
import { isDedicated } from '../machine/about';
import { linkLast } from '../overridden';
import { lineSite, linesBehind } from '../sites/lineSite';
import type { PlacedDraft } from '../sites/placedDraft';
import { withSite } from '../sites/site';
import type { UnitSetting } from './read';

const KEYS = new Map([
  ['LimitNOFILE', 'nofile'],
  ['LimitNPROC', 'nproc'],
  ['LimitMEMLOCK', 'memlock'],
]);

interface Around {
  readonly path: string;
  readonly text: string;
  readonly process: Machine['process'];
}

/** What a service may open, for units that are Kafka's; undefined for those of other programs. */
export function unitLimits(settings: readonly UnitSetting[], { path, text, process }: Around): PlacedDraft | undefined {
  const own = settings.filter(({ section }) => section === 'Service');
  const start = own.findLast(({ key, value }) => key === 'ExecStart' && value !== '');
  const isKafkas = process !== undefined && process !== 'other';
  if (!isKafkas || (!start && !isDropIn(path))) return undefined;
  const entries = linkLast(own.flatMap((setting) => entryOf(setting) ?? []));
  const last = entries.at(-1)?.span ?? lineOf(start ?? own.at(-1));
  return {
    entries,
    span: { start: 0, end: text.length },
    name: fileOf(path),
    role: 'host',
    completeness: 'fragment',
    machine: {
      reader: 'unit',
      dedicated: isDedicated(path, text),
      persistent: true,
      process,
      ...(start && !isDropIn(path) && { start: start.valueSpan }),
    },
    written: (key) => [...KEYS].find(([, item]) => item === key)?.[0] ?? '',
    ...(last && { place: linesBehind(last, write) }),
  };
}

const write = (name: string, value: string): string => `${name}=${value}`;

function entryOf(setting: UnitSetting): MutableEntry | undefined {
  const { key: name, value, keySpan, valueSpan } = setting;
  const key = KEYS.get(name);
  const span = lineOf(setting);
  if (key === undefined || value === '' || !span) return undefined;
  const entry: MutableEntry = {
    key,
    writtenKey: name,
    keySpan,
    value: { kind: /[{$%]/.test(value) ? 'dynamic' : 'literal', text: value, span: valueSpan },
    span,
  };
  return withSite(entry, lineSite({ span, keySpan, valueSpan }, write));
}

function lineOf(setting: UnitSetting | undefined): Span | undefined {
  return setting && { start: setting.keySpan.start, end: setting.valueSpan.end };
}

/** What runs in the unit, by the command that starts it, or else by its name. */
export function processOf(settings: readonly UnitSetting[], path: string): Machine['process'] {
  const commands = settings.filter(({ key }) => key === 'ExecStart').map(({ value }) => value);
  const [command = ''] = commands.filter((value) => value !== '').slice(-1);
  if (/kafka-server-start|\bkafka\.Kafka\b/.test(command)) return 'server';
  if (/connect-(?:distributed|standalone)|connect-mirror-maker/.test(command)) return 'connect-distributed';
  if (OTHERS.test(command)) return 'other';
  const name = fileOf(path);
  if (OTHERS.test(name) || /exporter|mirror|bridge|consumer|producer|client|lag/i.test(name)) return 'other';
  if (/connect/i.test(name)) return 'connect-distributed';
  return /kafka|confluent-server/i.test(name) ? 'server' : undefined;
}

const OTHERS =
  /zookeeper|schema-?registry|kafka-?rest|ksql|control-?center|cruise-?control|exporter|kafka-?ui|akhq|burrow|cmak|kafka-?manager/i;

function isDropIn(path: string): boolean {
  return folderOf(path)?.endsWith('.service.d') === true;
}

function folderOf(path: string): string | undefined {
  return path.split(/[/\\]/).at(-2);
}

/** The unit's name, also of what is laid over it. */
function fileOf(path: string): string {
  const file = (isDropIn(path) ? folderOf(path)?.slice(0, -'.d'.length) : path.split(/[/\\]/).at(-1)) ?? '';
  return file.replace(/\.(?:service|container)(?:\.\w+)?$/, '');
}
