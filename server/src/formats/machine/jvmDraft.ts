import type { Machine } from '../../model/machine';
import type { Span } from '../../model/span';
import type { MutableEntry } from '../../recognition/parts';
import { linkLast } from '../overridden';
import type { PlacedDraft } from '../sites/placedDraft';
import type { Place } from '../sites/site';
import { flagsOf } from './flags';

/** In the order in which kafka-run-class.sh hands them to the JVM: of two flags for one thing the last wins. */
const VARIABLES = ['HEAP_OPTS', 'JVM_PERFORMANCE_OPTS', 'GC_LOG_OPTS', 'JMX_OPTS', 'OPTS'];

/** The variables that Kafka's start scripts read: `KAFKA_HEAP_OPTS`, and what images make such of. */
const OF_SCRIPTS = /^(?:KAFKA_(?:HEAP|JVM_PERFORMANCE|GC_LOG|JMX)_OPTS|KAFKA_OPTS|HEAP_OPTS)$/;

export function isForJvm(variable: string): boolean {
  return OF_SCRIPTS.test(variable);
}

interface JvmProcess {
  readonly name?: string;
  readonly span: Span;
  readonly place: Place;
  readonly process?: Machine['process'];
  readonly memory?: number | undefined;
  readonly contained?: boolean;
  readonly isPart?: boolean;
}

/** The flags that variables give to the JVM of a process of Kafka's. */
export function jvmDraft(variables: readonly MutableEntry[], around: JvmProcess): PlacedDraft | undefined {
  const own = variables.filter((one) => OF_SCRIPTS.test(one.writtenKey) && !one.overriddenBy);
  const entries = [...own].sort((a, b) => orderOf(a) - orderOf(b)).flatMap(flagsOf);
  if (entries.length === 0) return undefined;
  // Agents and logs may be several.
  linkLast(entries.filter(({ key }) => /^-(?:XX:|Xm|Xss|D)/.test(key)));
  const { name, span, place, process, memory, contained, isPart } = around;
  const variableOf = new Map(own.map((one) => [one.writtenKey, one]));
  return {
    // Entries are in the order of the text.
    entries: [...entries].sort((a, b) => a.span.start - b.span.start),
    span,
    place,
    role: 'jvm',
    completeness: 'fragment',
    ...(name !== undefined && name !== '' && { name }),
    machine: {
      reader: 'jvm',
      dedicated: true,
      persistent: true,
      ...(process && { process }),
      ...(memory !== undefined && { memory }),
      ...(contained && { contained }),
      ...(isPart && { isPart }),
      variables: variableOf,
    },
  };
}

function orderOf({ writtenKey }: MutableEntry): number {
  return VARIABLES.findIndex((name) => writtenKey.endsWith(name));
}
