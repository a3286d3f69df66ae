import { type JavaToken, javaTokens } from './javaTokens';

/** The one login module of `sasl.jaas.config`. */
export interface JaasModule {
  /** The class as it is written: `org.apache.kafka.common.security.plain.PlainLoginModule`. */
  readonly loginModule: string;
  readonly options: ReadonlyMap<string, string>;
}

const FLAGS = ['REQUIRED', 'REQUISITE', 'SUFFICIENT', 'OPTIONAL'];
const OPTIONS = ['username', 'password', 'clientId', 'clientSecret', 'scope'];

/** Reads what Kafka's own JaasConfig accepts, and refuses what it refuses with a reason that says what to write. */
export function parseJaas(text: string): JaasModule | { readonly problem: string } {
  const tokens = javaTokens(text);
  if (tokens.length === 0) return { problem: 'sasl.jaas.config names no login module.' };
  const modules: JaasModule[] = [];
  for (let at = 0; at < tokens.length; ) {
    const entry = readEntry(tokens, at);
    if ('problem' in entry) return entry;
    modules.push(entry.module);
    at = entry.next;
  }
  const [module, ...others] = modules;
  if (!module || others.length > 0) {
    return { problem: `sasl.jaas.config has ${modules.length} login modules, and Kafka takes one.` };
  }
  return module;
}

type Entry = { readonly module: JaasModule; readonly next: number } | { readonly problem: string };

function readEntry(tokens: readonly JavaToken[], start: number): Entry {
  const loginModule = tokens[start]?.text;
  if (!loginModule) return { problem: 'sasl.jaas.config does not begin with the class of a login module.' };
  const flag = tokens[start + 1]?.text;
  if (flag === undefined || !FLAGS.includes(flag.toUpperCase())) {
    return { problem: 'sasl.jaas.config lacks the word “required” after the login module.' };
  }
  const options = new Map<string, string>();
  let at = start + 2;
  while (at < tokens.length && tokens[at]?.mark !== ';') {
    const key = tokens[at]?.text;
    const value = tokens[at + 2]?.text;
    if (tokens[at + 1]?.mark !== '=' || value === undefined) return { problem: missingValue(key) };
    // Kafka keeps an option whose name is a number or a mark under no name, where nobody finds it.
    if (key !== undefined) options.set(key, value);
    at += 3;
  }
  if (at >= tokens.length) return { problem: 'sasl.jaas.config does not end with a semicolon.' };
  return { module: { loginModule, options }, next: at + 1 };
}

/** Names known options alone: what stands in the place of a name may be a part of a password without quotes. */
function missingValue(key: string | undefined): string {
  if (!key || !OPTIONS.includes(key)) {
    return 'sasl.jaas.config has something other than name="value" among its options; a value needs double quotes around it.';
  }
  return `sasl.jaas.config has no value for ${key} that Kafka can read: write ${key}="…" with double quotes.`;
}
