/** One thing of a file that keeps us from connecting as the file says. */
export interface Refusal {
  /** The key, with the option of `sasl.jaas.config` behind it where one is meant. */
  readonly key: string;
  /** A sentence that says why, never with a secret in it. */
  readonly reason: string;
  /** What to do about it: a sentence, or a command to run. */
  readonly remedy?: string;
}

/** Reads the settings of a file and collects what is refused. */
export interface Reader {
  /** The value without blanks around it, as Kafka reads it; undefined when missing, empty or refused as a placeholder. */
  text(key: string): string | undefined;
  /** The same with any placeholder in it. */
  raw(key: string): string | undefined;
  /** The value when it is known here; refuses one that is filled in elsewhere. */
  known(key: string, value: string): string | undefined;
  /** True when the key is there, even with an empty value. */
  has(key: string): boolean;
  refuse(refusal: Refusal): void;
  /** True when the key has been refused already, so that nothing more need be said of it. */
  isRefused(key: string): boolean;
}

/** `${DB}`, `$(DB)`, `{{ db }}` anywhere, and `<your key>` or `@db@` as the whole value. */
const PLACEHOLDER = /\$\{[^{}]*\}|\$\([^()]*\)|\{\{[^{}]*\}\}|^<[^<>]+>$|^@[\w.-]+@$/;

export function createReader(values: ReadonlyMap<string, string>, refusals: Refusal[]): Reader {
  const refuse = (refusal: Refusal): void => {
    if (!refusals.some(({ key, reason }) => key === refusal.key && reason === refusal.reason)) refusals.push(refusal);
  };
  const known = (key: string, value: string): string | undefined => {
    const placeholder = PLACEHOLDER.exec(value)?.[0];
    if (placeholder === undefined) return value;
    refuse({
      key,
      reason: `${key} has the placeholder ${placeholder}, which is filled in when the program starts and is unknown here.`,
      remedy: 'Give the value itself; the extension keeps it in the secret storage or the settings, not in the file.',
    });
    return undefined;
  };
  return {
    known,
    refuse,
    isRefused: (key) => refusals.some((refusal) => refusal.key === key),
    has: (key) => values.has(key),
    raw: (key) => values.get(key)?.trim() || undefined,
    text(key) {
      const value = values.get(key)?.trim();
      return value ? known(key, value) : undefined;
    },
  };
}
