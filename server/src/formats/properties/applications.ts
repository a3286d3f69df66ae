import type { Entry } from '../../model/entry';
import type { Span } from '../../model/span';
import { fileNameOf } from '../../protocol/fileKinds';
import type { MutableEntry } from '../../recognition/parts';
import type { ScopeDraft } from '../../recognition/settingsScopes';
import type { SpringClient } from '../../recognition/springNames';
import { smallryeDrafts } from '../applications/smallrye';
import { applicationValue, springDrafts } from '../applications/springDrafts';

const SPRING = 'spring.kafka.';

/** What applications configure in a file of properties of their own: Spring Boot's, and those of MicroProfile. */
export function applicationDrafts(path: string, text: string, entries: readonly MutableEntry[]): ScopeDraft[] {
  const documents = documentsIn(text);
  const isWhole = documents.length === 1 && fileNameOf(path) === 'application.properties';
  return documents.flatMap((span) => {
    const inside = entries.filter(({ keySpan }) => keySpan.start >= span.start && keySpan.start < span.end);
    return [...springIn(inside, span, isWhole), ...smallryeIn(inside, span, isWhole)];
  });
}

/** Spring separates documents, of which some may be for one profile, by such comments. */
function documentsIn(text: string): Span[] {
  const starts = [0, ...Array.from(text.matchAll(/^[#!]---[ \t]*$/gm), ({ index }) => index)];
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? text.length }));
}

function springIn(entries: readonly MutableEntry[], span: Span, whole: boolean): ScopeDraft[] {
  const properties = entries.flatMap((entry) =>
    entry.writtenKey.toLowerCase().startsWith(SPRING)
      ? { name: entry.writtenKey.slice(SPRING.length), entry: applicationEntry(entry) }
      : [],
  );
  const written = (client: SpringClient, name: string) => `${SPRING}${client === 'common' ? '' : `${client}.`}${name}`;
  const drafts = springDrafts(properties, {
    span,
    whole,
    has: () => false,
    settle: (entry, { client }) =>
      // A new name is the scope's, which for a setting of all clients is that of one of them.
      client === 'common'
        ? named(entry, (key) => key.replace(/^(spring\.kafka\.)(?:producer|consumer|admin|streams)\./, '$1'))
        : entry,
    inherit: (entry) => named({ ...entry }, nameOf(entry)),
    written,
  });
  return drafts.map(({ client, ...draft }) => draft);
}

function smallryeIn(entries: readonly MutableEntry[], span: Span, whole: boolean): ScopeDraft[] {
  const properties = entries.map((entry) => ({ name: entry.writtenKey, entry }));
  return smallryeDrafts(properties, {
    span,
    whole,
    settle: (entry, key, prefix) => {
      const profile = /^%[^.]+\./.exec(entry.writtenKey)?.[0] ?? '';
      const rename = (name: string) => profile + prefix + name.slice(name.length - bare(name).length);
      return named({ ...applicationEntry(entry), key }, rename);
    },
  });
}

/** A name without all that stands before Kafka's key. */
function bare(name: string): string {
  return name.replace(/^(?:mp\.messaging\.(?:incoming|outgoing)\.(?:"[^"]+"|[^."]+)|kafka-streams)\./, '');
}

function applicationEntry(entry: MutableEntry): MutableEntry {
  const { value } = entry;
  return value.kind === 'dynamic' ? { ...entry, value: applicationValue(value.text, value.span) } : entry;
}

const names = new WeakMap<Entry, (name: string) => string>();

function named(entry: MutableEntry, name: ((name: string) => string) | undefined): MutableEntry {
  if (name) names.set(entry, name);
  return entry;
}

/** How an entry that several scopes share is called instead of by a name of one scope's own. */
export function nameOf(entry: Entry): ((name: string) => string) | undefined {
  return names.get(entry);
}
