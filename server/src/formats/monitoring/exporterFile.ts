import type { Exporter, ExportRule, Monitoring } from '../../model/monitoring';
import { fieldAt, fieldsOf, itemsOf, textAt, type YamlNode } from '../yaml/nodes';

/** Keys that no other program has. */
const OWN_KEYS = new Set([
  'lowercaseOutputName',
  'lowercaseOutputLabelNames',
  'startDelaySeconds',
  'jmxUrl',
  'hostPort',
  'whitelistObjectNames',
  'blacklistObjectNames',
  'includeObjectNames',
  'excludeObjectNames',
  'autoExcludeObjectNameAttributes',
]);

/** A configuration of the JMX exporter that has to do with Kafka. */
export function exporterIn(root: YamlNode): Monitoring | undefined {
  const fields = fieldsOf(root);
  const rules = itemsOf(fieldAt(root, 'rules')?.value);
  const isOwn = fields.some(({ key }) => OWN_KEYS.has(key)) || rules.some((rule) => fieldAt(rule, 'pattern'));
  const first = fields[0];
  if (!isOwn || !first || fieldAt(root, 'groups')) return undefined;
  const exporter: Exporter = {
    span: root.span,
    anchor: first.keySpan,
    lowercaseOutputName: textAt(root, 'lowercaseOutputName') === 'true',
    rules: rules.flatMap(ruleOf),
    ...namesOf(root),
    ...delayOf(root),
  };
  const texts = [...exporter.rules.map(({ pattern }) => pattern ?? ''), ...(exporter.included ?? [])];
  if (!texts.some((text) => /kafka/i.test(text))) return undefined;
  return { queries: [], recorded: [], jobs: [], discovers: false, exporter };
}

function ruleOf(rule: YamlNode): ExportRule[] {
  if (rule.kind !== 'map') return [];
  const pattern = fieldAt(rule, 'pattern')?.value;
  const name = textAt(rule, 'name');
  return [
    {
      // Names in snake case are others than the patterns of people who read them.
      ...(pattern?.kind === 'scalar' && { pattern: pattern.text }),
      ...(name !== undefined && { name }),
      hasValue: fieldAt(rule, 'value') !== undefined,
      span: pattern?.span ?? rule.span,
      whole: rule.span,
    },
  ];
}

function namesOf(root: YamlNode): Pick<Exporter, 'included' | 'excluded'> {
  const included = fieldAt(root, 'includeObjectNames') ?? fieldAt(root, 'whitelistObjectNames');
  const excluded = fieldAt(root, 'excludeObjectNames') ?? fieldAt(root, 'blacklistObjectNames');
  return {
    ...(included && { included: textsOf(included.value) }),
    excluded: textsOf(excluded?.value),
  };
}

function textsOf(node: YamlNode | undefined): string[] {
  return itemsOf(node).flatMap((item) => (item.kind === 'scalar' ? [item.text] : []));
}

function delayOf(root: YamlNode): Pick<Exporter, 'startDelay'> {
  const field = fieldAt(root, 'startDelaySeconds');
  const text = field?.value?.kind === 'scalar' ? field.value.text : '';
  if (!field || !/^\d{1,6}$/.test(text)) return {};
  return { startDelay: { value: Number(text), span: { start: field.keySpan.start, end: field.valueSpan.end } } };
}
