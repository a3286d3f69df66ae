import type { Scope } from '../../../model/scope';

const PACKAGES: ReadonlySet<string> = new Set(['node-rdkafka', '@confluentinc/kafka-javascript']);

/** Whether Node's package calls librdkafka: those of Python and Go have callbacks, errors and polls of their own. */
export function isOfNode({ package: name }: Scope): boolean {
  return name === undefined || PACKAGES.has(name);
}
