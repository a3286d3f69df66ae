import type { MutableEntry } from '../../../recognition/parts';
import { isAboutKafka, isDedicated } from '../../machine/about';
import { isKafkaUser, limitName } from '../../machine/limitsLine';
import { siteOf, withSite } from '../../sites/site';
import type { YamlDialect, YamlDraft } from '../draft';
import { fieldAt, fieldsOf, itemsOf, textAt, type YamlField, type YamlNode } from '../nodes';
import { composeText } from '../scalars/scalarText';
import { pairSite } from '../sites/pairSite';
import { entryOf } from './settingsMap';

/** Ansible hands values on as text. */
const ANSIBLE = { read: composeText };

/** Lists within tasks: blocks, and what they do when something fails. */
const NESTED = ['tasks', 'pre_tasks', 'post_tasks', 'handlers', 'block', 'rescue', 'always'];

/** Deeper than people nest blocks. */
const MAX_DEPTH = 6;

/** Parameters of the kernel and limits that Ansible's tasks write into the files which keep them. */
export const ansibleDrafts: YamlDialect = ({ root, uncertain }, { text, path }) => {
  if (root?.kind !== 'list' || !isAboutKafka(path, text)) return [];
  const tasks = tasksIn(root, 0);
  const machine = { dedicated: isDedicated(path, text), persistent: true };
  const span = root.span;
  const draft = (entries: readonly MutableEntry[], reader: 'task' | 'limits', domain?: string): YamlDraft[] =>
    entries.length === 0
      ? []
      : [
          {
            // Each task has conditions of its own, so that none makes another one useless.
            entries,
            span,
            role: 'host',
            completeness: 'fragment',
            machine: { reader, ...machine },
            ...(domain !== undefined && { name: domain, written: (key: string) => limitName(domain, key) }),
            uncertain,
          },
        ];
  const limits = tasks.flatMap((task) => limitOf(text, task) ?? []);
  const domains = [...new Set(limits.map(({ domain }) => domain))].filter((one) => one === '*' || isKafkaUser(one));
  return [
    ...draft(
      tasks.flatMap((task) => parameterOf(text, task) ?? []),
      'task',
    ),
    ...domains.flatMap((domain) =>
      draft(
        limits.flatMap((limit) => (limit.domain === domain ? [limit.entry] : [])),
        'limits',
        domain,
      ),
    ),
  ];
};

function tasksIn(list: YamlNode | undefined, depth: number): YamlNode[] {
  if (depth > MAX_DEPTH) return [];
  return itemsOf(list).flatMap((item) => [
    item,
    ...NESTED.flatMap((key) => tasksIn(fieldAt(item, key)?.value, depth + 1)),
  ]);
}

function moduleOf(task: YamlNode, name: RegExp): YamlNode | undefined {
  return fieldsOf(task).find(({ key, value }) => name.test(key) && value?.kind === 'map')?.value;
}

function parameterOf(text: string, task: YamlNode): MutableEntry | undefined {
  const module = moduleOf(task, /^(?:ansible\.(?:posix|builtin)\.)?sysctl$/);
  const name = fieldAt(module, 'name') ?? fieldAt(module, 'key');
  const value = fieldAt(module, 'value') ?? fieldAt(module, 'val');
  if (textAt(module, 'state') === 'absent') return undefined;
  return name?.value?.kind === 'scalar' ? settingOf(text, name.value.text, name, value) : undefined;
}

function limitOf(text: string, task: YamlNode): { entry: MutableEntry; domain: string } | undefined {
  const module = moduleOf(task, /^(?:community\.general\.)?pam_limits$/);
  const [domain, type, item] = ['domain', 'limit_type', 'limit_item'].map((key) => textAt(module, key));
  const field = fieldAt(module, 'limit_item');
  if (domain === undefined || !/^(?:nofile|nproc|memlock)$/.test(item ?? '') || !field) return undefined;
  const key = type === 'soft' || type === 'hard' ? `${item}.${type}` : type === '-' ? (item ?? '') : undefined;
  const entry = key === undefined ? undefined : settingOf(text, key, field, fieldAt(module, 'value'));
  return entry && { entry, domain };
}

/** Of a task nothing but the value can be changed. */
function settingOf(text: string, key: string, name: YamlField, value: YamlField | undefined): MutableEntry | undefined {
  const entry = value && entryOf(text, value, key, ANSIBLE);
  const site = entry && siteOf(entry);
  if (!entry || !site || name.value?.kind !== 'scalar') return undefined;
  const nothing = (): undefined => undefined;
  const above = name.keySpan.start < value.keySpan.start ? pairSite(name.owner, name, ANSIBLE) : site;
  const placed: MutableEntry = { ...entry, writtenKey: name.value.text, keySpan: name.value.span };
  const start = Math.min(entry.span.start, name.keySpan.start);
  const span = { start, end: Math.max(entry.span.end, name.value.span.end) };
  return withSite(
    { ...placed, span },
    { ...site, rename: nothing, remove: nothing, add: nothing, lineOf: above.lineOf },
  );
}
