import type { Call, Options } from '../../../model/call';
import type { Entry } from '../../../model/entry';
import type { Scope } from '../../../model/scope';
import { isAtLeast } from '../../../model/version';

/** The option of that path, the one that wins. */
export function optionIn(options: Pick<Options, 'entries'>, path: string): Entry | undefined {
  return options.entries.findLast((entry) => entry.writtenKey === path && !entry.overriddenBy);
}

/** The number of an option as it is written; undefined for what is absent, unknown or no number. */
export function numberIn(options: Pick<Options, 'entries'>, path: string): number | undefined {
  const entry = optionIn(options, path);
  const isNumber = entry?.value.kind === 'literal' && (entry.value.form === 'number' || entry.value.form === 'enum');
  return isNumber ? Number(entry.value.text) : undefined;
}

export function isTrue(options: Pick<Options, 'entries'>, path: string): boolean {
  const entry = optionIn(options, path);
  return entry?.value.kind === 'literal' && entry.value.form === 'boolean' && entry.value.text === 'true';
}

/** The method that takes the scope's own options. */
export function methodOf({ role }: Scope): string {
  return role === 'client' ? 'Kafka' : role;
}

/** The code has taken commits upon itself, or another file may have. */
export function commitsItself(options: Pick<Options, 'entries'>): boolean {
  return COMMITS.some((name) => {
    const { value } = optionIn(options, name) ?? {};
    return value !== undefined && !(value.kind === 'literal' && value.text === 'true');
  });
}

const COMMITS = ['autoCommit', 'kafkaJS.autoCommit', 'enable.auto.commit'];

/** The calls of the scope that send records. */
export function sendsOf({ calls }: Scope): readonly Call[] {
  return calls.filter(({ method }) => method === 'send' || method === 'sendBatch');
}

/** The project asks for a release of KafkaJS whose calls take other options than those of 2. */
export function isBefore2({ release }: Scope): boolean {
  return release !== undefined && !isAtLeast(release, '2.0');
}
