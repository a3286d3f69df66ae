import { readablePattern } from './readablePattern';

/** The part of a JMX exporter's configuration that decides which metrics there are. */
export interface ExporterConfig {
  readonly lowercaseOutputName: boolean;
  /** As the exporter reads none as one that takes everything. */
  readonly rules: readonly ExporterRule[];
  /** Object names such as `kafka.server:*`; all of them when absent. */
  readonly included?: readonly string[];
  readonly excluded: readonly string[];
}

export interface ExporterRule {
  /** As the file has it; a rule without one takes everything. */
  readonly pattern?: string;
  readonly name?: string;
  /** It makes numbers of what is none. */
  readonly hasValue: boolean;
}

/** An attribute of an MBean as the exporter hands it to its rules. */
export interface BeanAttribute {
  /** `kafka.server<type=ReplicaManager, name=LeaderCount><>Value`. */
  readonly text: string;
  readonly isNumber: boolean;
}

/** What a rule makes of an attribute. */
export interface Exported {
  readonly name: string;
  readonly attribute: BeanAttribute;
  readonly rule: ExporterRule | undefined;
}

/** The first rule that takes an attribute names its metric; undefined where a pattern cannot be read as Java does. */
export function exportedBy(config: ExporterConfig, attributes: Iterable<BeanAttribute>): Exported[] | undefined {
  const rules = config.rules.map((rule) => ({ rule, matches: matcherOf(rule) }));
  const found: Exported[] = [];
  for (const { matches } of rules) if (!matches) return undefined;
  for (const attribute of attributes) {
    if (!isAsked(config, attribute.text)) continue;
    const named = nameBy(rules as readonly Compiled[], attribute);
    if (named === undefined) continue;
    const name = config.lowercaseOutputName ? named.name.toLowerCase() : named.name;
    if (name !== '') found.push({ name, attribute, rule: named.rule });
  }
  return found;
}

interface Compiled {
  readonly rule: ExporterRule;
  matches(text: string): RegExpExecArray | null;
}

function nameBy(
  rules: readonly Compiled[],
  attribute: BeanAttribute,
): { name: string; rule: ExporterRule | undefined } | undefined {
  const { text, isNumber } = attribute;
  if (rules.length === 0) return isNumber ? { name: defaultName(text), rule: undefined } : undefined;
  const whole = `${text}: ${isNumber ? '0' : 'value'}`;
  for (const { rule, matches } of rules) {
    const match = matches(whole);
    if (!match) continue;
    if (!isNumber && !rule.hasValue) return undefined;
    return { name: rule.name === undefined ? defaultName(text) : safeName(expanded(rule.name, match)), rule };
  }
  return undefined;
}

/** Java's `matches` wants the whole text, which the exporter grants at both ends. */
function matcherOf({ pattern }: ExporterRule): Compiled['matches'] | undefined {
  if (pattern === undefined) return (text) => /^/.exec(text);
  const readable = readablePattern(pattern);
  return readable && ((text) => readable.exec(text));
}

function expanded(name: string, match: RegExpExecArray): string {
  return name.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '');
}

/** The domain, the first property's value and the attribute: what the exporter does without a name. */
function defaultName(text: string): string {
  const [domain = '', properties = '', rest = ''] = text.split('<');
  const [, attribute = ''] = splitAt(rest, '>');
  const [, first] = splitAt(properties.replace(/>$/, '').split(', ')[0] ?? '', '=');
  const inner = splitAt(rest, '>')[0].split(', ');
  return safeName([domain, first, ...inner, attribute].filter((part) => part !== '').join('_'));
}

function safeName(name: string): string {
  const safe = name.replace(/[^A-Za-z0-9:_]/g, '_').replace(/__+/g, '_');
  return /^\d/.test(safe) ? `_${safe}` : safe;
}

function isAsked({ included, excluded }: ExporterConfig, text: string): boolean {
  if (included && !included.some((name) => covers(name, text))) return false;
  return !excluded.some((name) => covers(name, text));
}

/** Whether an object name with asterisks is that of the MBean. */
function covers(objectName: string, text: string): boolean {
  const [, domain = '', properties = ''] = /^([^<]*)<([^>]*)>/.exec(text) ?? [];
  const [wantedDomain = '', wanted = ''] = splitAt(objectName, ':');
  if (!isLike(wantedDomain, domain)) return false;
  const own = new Map(properties.split(', ').map((one) => splitAt(one, '=')));
  const asked = wanted.split(',').map((one) => one.trim());
  const isOpen = asked.includes('*');
  const named = asked.filter((one) => one !== '*' && one !== '').map((one) => splitAt(one, '='));
  return (isOpen || named.length === own.size) && named.every(([key, value]) => isLike(value, own.get(key)));
}

function splitAt(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

/** Only the kinds of asterisk that people write: alone, in front, behind. */
function isLike(wanted: string, text: string | undefined): boolean {
  if (text === undefined) return false;
  if (wanted === '*' || wanted === text) return true;
  if (wanted.endsWith('*')) return text.startsWith(wanted.slice(0, -1));
  return wanted.startsWith('*') && text.endsWith(wanted.slice(1));
}
