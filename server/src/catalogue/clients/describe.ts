import { KAFKAJS_DESCRIPTIONS } from '../descriptions/kafkajs';
import { KAFKAJS_ADMIN_DESCRIPTIONS } from '../descriptions/kafkajsAdmin';
import type { JavaScriptClient } from './data';

type Descriptions = Readonly<Record<string, string>>;

const TABLES: Readonly<Partial<Record<JavaScriptClient, Descriptions>>> = {
  kafkajs: { ...KAFKAJS_ADMIN_DESCRIPTIONS, ...KAFKAJS_DESCRIPTIONS },
};

/** The table's keys have the call, or a star where all calls share the option: `consumer maxBytes`, `* retry.retries`. */
export function describeOption(client: JavaScriptClient, call: string, name: string): string | undefined {
  const table = TABLES[client];
  if (!table) return undefined;
  const key = [`${call} ${name}`, `* ${name}`, `* ${name.replace('topicMessages[].', '')}`].find((one) =>
    Object.hasOwn(table, one),
  );
  return key && table[key];
}
