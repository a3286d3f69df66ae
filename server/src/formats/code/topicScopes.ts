import type { CreatedTopic } from '../../model/createdTopic';
import type { Written } from '../../model/resource';
import type { Role, Scope } from '../../model/scope';
import { type Surroundings, settingsScopes } from '../../recognition/settingsScopes';
import { settledValue } from './evaluate';
import type { Program } from './idioms';
import { entriesOf, type Settings } from './settings';
import type { Node } from './tree';

/** A topic that code creates: the expression for it, its parts as far as they are there, and its settings. */
export interface Topic {
  readonly node: Node;
  readonly name?: Node | undefined;
  readonly partitions?: Node | undefined;
  readonly replicas?: Node | undefined;
  readonly settings: Settings;
}

const ROLE: Role = 'topic';

/** A scope for each topic that tells something. */
export function topicScopes(program: Program, topics: readonly Topic[], around: Surroundings): Scope[] {
  return topics.flatMap((topic) => {
    const { entries } = entriesOf(program, topic.settings, topic.node);
    const created = createdOf(program, topic);
    if (entries.length === 0 && !created.replicas) return [];
    const span = { start: topic.node.start, end: topic.node.end };
    return settingsScopes({ entries, span, role: ROLE, completeness: 'fragment', created }, around);
  });
}

function createdOf(program: Program, { name, partitions, replicas }: Topic): CreatedTopic {
  const text = textIn(program, name);
  const [count, copies] = [partitions, replicas].map((node) => numberIn(program, node));
  return { ...(text && { name: text }), ...(count && { partitions: count }), ...(copies && { replicas: copies }) };
}

function textIn(program: Program, node: Node | undefined): Written<string> | undefined {
  const value = node && settledValue(program, node);
  if (value?.kind !== 'literal' || value.fallback) return undefined;
  return { value: value.text, span: value.span };
}

function numberIn(program: Program, node: Node | undefined): Written<number> | undefined {
  const text = textIn(program, node);
  return text && /^\d{1,9}$/.test(text.value) ? { value: Number(text.value), span: text.span } : undefined;
}
