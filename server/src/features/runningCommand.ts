import { settingAt } from '../catalogue/catalogue';
import type { ConfigDocument } from '../model/document';
import type { SettingEdit } from '../model/edit';
import type { Entry } from '../model/entry';
import type { Fix } from '../model/finding';
import type { Scope } from '../model/scope';
import { type ConfigEntity, configsCommand, type ToolTarget } from '../rules/support/kafkaCommands';

/** A broker or a topic of a running cluster, and how Kafka's own tools reach it. */
export interface RunningPart extends ToolTarget {
  readonly cluster: string;
  readonly kind: 'broker' | 'topic';
  readonly name: string;
}

/**
 * The command of Kafka's own tool that makes the fix in the running cluster, to be copied: nothing is changed by us.
 * Undefined for what changes with a broker's file and a restart only.
 */
export function runningCommand(document: ConfigDocument, fix: Fix, part: RunningPart): string | undefined {
  const changes = fix.edits.map((edit) => changeOf(document, edit));
  const known = changes.filter((change) => change !== undefined);
  if (known.length === 0 || known.length < changes.length || (fix.foreign?.length ?? 0) > 0) return undefined;
  const [entity, ...others] = known.map((change) => entityOf(change, part));
  if (!entity || others.some((other) => other?.name !== entity.name)) return undefined;
  return configsCommand(part, entity, {
    add: known.flatMap(({ key, value }) => (value === undefined ? [] : [[key, value] as const])),
    remove: known.flatMap(({ key, value }) => (value === undefined ? [key] : [])),
  });
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
function entityOf({ key, value, scope, source }: Change, { kind, name }: RunningPart): ConfigEntity | undefined {
  if (kind === 'topic') return { type: 'topics', name };
  const mode = settingAt(scope.role, key, scope.target.version)?.updateMode;
  if (mode !== 'cluster-wide' && mode !== 'per-broker') return undefined;
  // What only a file sets cannot be taken away by a command.
  if (value === undefined && source === 'STATIC_BROKER_CONFIG') return undefined;
  const isOwn = mode === 'per-broker' || source === 'DYNAMIC_BROKER_CONFIG';
  return isOwn ? { type: 'brokers', name } : { type: 'brokers' };
}
