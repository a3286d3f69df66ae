import type { ConfigDocument } from '../../../model/document';
import type { Entry } from '../../../model/entry';

export type StreamsClient = 'producer' | 'consumer';

/** A Streams file sets its clients' keys with a prefix, or without one for all of them. */
const PREFIXES: Readonly<Record<StreamsClient, readonly string[]>> = {
  producer: ['', 'producer.'],
  consumer: ['', 'consumer.', 'main.consumer.'],
};

/** The entries that set a client's key, with their trimmed literal values. */
export function clientEntries(
  { entries }: ConfigDocument,
  client: StreamsClient,
  key: string,
): { readonly entry: Entry; readonly value: string }[] {
  const names = PREFIXES[client].map((prefix) => `${prefix}${key}`);
  return entries.flatMap((entry) =>
    entry.value.kind === 'literal' && !entry.overriddenBy && names.includes(entry.writtenKey)
      ? [{ entry, value: entry.value.text.trim() }]
      : [],
  );
}
