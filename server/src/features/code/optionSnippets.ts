import type { ClientOption } from '../../catalogue/clients/option';
import { tableOf } from '../../model/tableOf';
import { choice, escapeSnippet } from '../completion/snippet';

/** Source text that is worth writing for an option, as a snippet. */
export function valueSnippet(option: ClientOption, quote: string): string {
  const own = OWN[option.name.split('.').at(-1) ?? ''];
  if (own) return own;
  const values = optionValues(option, quote);
  if (values.length > 1) return choice(values);
  const { defaultText = '' } = option;
  const kind = option.kinds.find((one) => one.endsWith('[]')) ?? option.kinds.find((one) => one !== 'null');
  if (kind === 'number') return `\${1:${escapeSnippet(defaultText === 'null' ? '' : defaultText)}}$0`;
  if (kind === 'string[]') return `[${quote}$1${quote}]$0`;
  if (kind?.endsWith('[]')) return '[$1]$0';
  if (kind === 'object') return '{ $1 }$0';
  if (kind === 'string' && !option.kinds.includes('Buffer')) return `${quote}$1${quote}$0`;
  return '$0';
}

/** The values to choose from as source text, the likeliest first; empty where there is no such choice. */
export function optionValues({ name, kinds, values, defaultText }: ClientOption, quote: string): readonly string[] {
  if (name === 'acks') return ['-1', '1', '0'];
  if (values) {
    const sources = values.map((value) => (isMember(value) ? value : `${quote}${value}${quote}`));
    return name.endsWith('compression')
      ? [...sources.slice(1), ...sources.slice(0, 1)]
      : defaultFirst(sources, defaultText);
  }
  if (!kinds.includes('boolean')) return [];
  // Who writes an option down wants another value than the one that holds anyway.
  return defaultText === 'true' ? ['false', 'true'] : ['true', 'false'];
}

function defaultFirst(sources: readonly string[], defaultText: string | undefined): readonly string[] {
  return defaultText !== undefined && sources.includes(defaultText)
    ? [defaultText, ...sources.filter((source) => source !== defaultText)]
    : sources;
}

/** `CompressionTypes.GZIP` rather than a text. */
export function isMember(value: string): boolean {
  return /^[A-Za-z]\w*\.\w+$/.test(value);
}

/** What is longer than a value. */
const OWN: Readonly<Record<string, string>> = tableOf({
  eachMessage: 'async ({ topic, partition, message }) => {\n\t$0\n}',
  eachBatch: 'async ({ batch, resolveOffset, heartbeat, isRunning, isStale }) => {\n\t$0\n}',
  messages: '[{ value: $1 }]$0',
  createPartitioner: `\${1|Partitioners.DefaultPartitioner,Partitioners.LegacyPartitioner|}$0`,
});
