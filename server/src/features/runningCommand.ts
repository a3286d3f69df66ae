import { settingAt } from '../catalogue/catalogue';
import type { ConfigDocument } from '../model/document';
import type { SettingEdit } from '../model/edit';
import type { Entry } from '../model/entry';
import type { Fix } from '../model/finding';
import type { Scope } from '../model/scope';

/** A broker or a topic of a running cluster, and how Kafka's own tools reach it. */
export interface RunningPart {
  readonly cluster: string;
  readonly kind: 'broker' | 'topic';
  readonly name: string;
  readonly bootstrapServer: string;
  readonly commandConfig?: string;
}

/**
 * The command of Kafka's own tool that makes the fix in the running cluster, to be copied: nothing is changed by us.
 * Undefined for what changes with a broker's file and a restart only.
 */
export function runningCommand(document: ConfigDocument, fix: Fix, part: RunningPart): string | undefined {
  const changes = fix.edits.map((edit) => changeOf(document, edit));
  const known = changes.filter((change) => change !== undefined);
  if (known.length === 0 || known.length < changes.length || (fix.foreign?.length ?? 0) > 0) return undefined;
  const places = new Set(known.map((change) => placeOf(change, part)));
  const [place] = places;
  if (places.size > 1 || place === undefined) return undefined;
  const added = known.flatMap(({ key, value }) => (value === undefined ? [] : [`${key}=${listed(value)}`]));
  const deleted = known.flatMap(({ key, value }) => (value === undefined ? [key] : []));
  const { bootstrapServer, commandConfig } = part;
  return [
    'kafka-configs.sh',
    `--bootstrap-server ${quoted(bootstrapServer)}`,
    ...(commandConfig === undefined ? [] : [`--command-config ${quoted(commandConfig)}`]),
    place,
    '--alter',
    ...(added.length > 0 ? [`--add-config ${quoted(added.join(','))}`] : []),
    ...(deleted.length > 0 ? [`--delete-config ${quoted(deleted.join(','))}`] : []),
  ].join(' ');
}

interface Change {
  readonly key: string;
  /** Absent to go back to what holds without it. */
  readonly value?: string;
  readonly scope: Scope;
  /** Where the value comes from that is changed, in Kafka's words. */
  readonly source?: string | undefined;
}

function changeOf(document: ConfigDocument, edit: Fix['edits'][number]): Change | undefined {
  if (edit.kind === 'add') return { key: edit.key, value: edit.value, scope: edit.scope };
  if (edit.kind !== 'set' && edit.kind !== 'remove') return undefined;
  const scope = document.scopes.find(({ entries }) => entries.includes(edit.entry));
  if (!scope) return undefined;
  const source = sourceOf(document, edit.entry);
  return { key: edit.entry.key, scope, source, ...valueOfEdit(edit) };
}

function valueOfEdit(edit: SettingEdit): { readonly value?: string } {
  return edit.kind === 'set' ? { value: edit.value } : {};
}

/** The comment above its section says where an entry comes from. */
function sourceOf({ comments }: ConfigDocument, { span }: Entry): string | undefined {
  const above = comments.filter((comment) => comment.span.end <= span.start);
  return above.map(({ text }) => /\(([A-Z_]+_CONFIG)\)$/.exec(text)?.[1]).findLast((source) => source !== undefined);
}

/** Which entity the tool has to change, so that the change holds; undefined where none can. */
function placeOf({ key, value, scope, source }: Change, { kind, name }: RunningPart): string | undefined {
  if (kind === 'topic') return `--entity-type topics --entity-name ${quoted(name)}`;
  const mode = settingAt(scope.role, key, scope.target.version)?.updateMode;
  if (mode !== 'cluster-wide' && mode !== 'per-broker') return undefined;
  // What only a file sets cannot be taken away by a command.
  if (value === undefined && source === 'STATIC_BROKER_CONFIG') return undefined;
  const isOwn = mode === 'per-broker' || source === 'DYNAMIC_BROKER_CONFIG';
  return `--entity-type brokers ${isOwn ? `--entity-name ${quoted(name)}` : '--entity-default'}`;
}

/** The tool takes commas for the next key unless brackets are around the value. */
function listed(value: string): string {
  return value.includes(',') ? `[${value}]` : value;
}

/** As a POSIX shell takes it for one word. */
function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
