import type { Reader } from '../../catalogue/reader';
import type { Handler } from '../../model/call';
import type { Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import { optionIn } from '../kafkajs/support/options';
import type { ScopeRule } from '../rule';
import { inEnvironment } from '../support/severity';
import { NODE_PACKAGES } from './support/node';

export const rule: ScopeRule = {
  id: 'librdkafka/data-listener',
  summary: 'A listener of records loses them, or one bad record ends the process',
  severity: 'warning',
  roles: ['consumer'],
  clients: ['rdkafka'],
  packages: { rdkafka: NODE_PACKAGES },
  sources: [
    'node-rdkafka 3.6.1 lib/kafka-consumer.js (emits data for each record and waits for no listener)',
    'librdkafka 2.15.1 CONFIGURATION.md (enable.auto.offset.store: an offset is stored when its record is handed out)',
  ],
  *check(reader: Reader): Iterable<Report> {
    for (const { method, handlers, methodSpan } of reader.scope.calls) {
      const [handler] = method === 'on' ? handlers : [];
      if (handler?.kind !== 'data') continue;
      const severity = inEnvironment(reader, 'warning');
      const parse = unguardedParse(handler);
      if (parse) yield { span: parse, message: PARSE, severity };
      if (outrunsCommits(handler, reader.scope)) yield { span: methodSpan, message: ASYNC, severity };
    }
  },
};

const PARSE =
  'A record that is not JSON ends the process: an error in a listener is uncaught, and the record comes again after the restart. Catch it, and set the record aside.';
const ASYNC =
  'Nobody waits for this async listener: offsets are committed before its work is done, so a crash loses records, and nothing bounds how many are under way.';

function unguardedParse({ calls }: Handler): Handler['span'] | undefined {
  return calls.find(({ name, object, guarded }) => object === 'JSON' && name === 'parse' && !guarded)?.span;
}

/** It awaits work, while librdkafka commits by time, and nothing holds further records back. */
function outrunsCommits({ calls, bodyText }: Handler, scope: Scope): boolean {
  const isOwn = ['enable.auto.commit', 'enable.auto.offset.store'].some((key) => optionIn(scope, key) !== undefined);
  if (isOwn || scope.completeness === 'fragment' || /\bpause\b/.test(bodyText)) return false;
  return calls.some(({ awaited, through }) => awaited && through === undefined);
}
