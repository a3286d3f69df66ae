import type { CodeClient } from '../../catalogue/clients/data';
import type { ClientOption } from '../../catalogue/clients/option';

/** The options that an object takes, with the names that its properties have. */
export function optionNames(
  client: CodeClient,
  options: readonly ClientOption[],
  prefix: string,
): { readonly option: ClientOption; readonly name: string }[] {
  return options.flatMap((option) => {
    if (!option.name.startsWith(prefix)) return [];
    const name = option.name.slice(prefix.length);
    return isNested(client, name) ? [] : [{ option, name }];
  });
}

/** librdkafka's keys have dots in their names; elsewhere a dot leads into an object. */
function isNested(client: CodeClient, name: string): boolean {
  if (client === 'rdkafka') return false;
  return client === 'confluent' ? /^kafkaJS\./.test(name) : /[.[]/.test(name);
}
