import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Report } from '../../model/finding';
import { contains } from '../../model/span';
import type { ScopeRule } from '../rule';
import { COLLECTORS } from './support/goneFlags';
import { isBroker } from './support/heap';

const VARIABLE = 'KAFKA_JVM_PERFORMANCE_OPTS';
const DEFAULTS =
  '-server -XX:+UseG1GC -XX:MaxGCPauseMillis=20 -XX:InitiatingHeapOccupancyPercent=35 -XX:+ExplicitGCInvokesConcurrent';

export const rule: ScopeRule = {
  id: 'jvm/replaced-defaults',
  summary: "A variable replaces Kafka's own flags for garbage collection",
  severity: 'hint',
  roles: ['jvm'],
  sources: ['kafka-run-class.sh (KAFKA_JVM_PERFORMANCE_OPTS)'],
  *check(reader: Reader): Iterable<Report> {
    const { machine } = reader.scope;
    const variable = machine?.isPart ? undefined : machine?.variables?.get(VARIABLE);
    if (variable?.value.kind !== 'literal' || !isBroker(reader) || choosesCollector(reader, variable)) return;
    const message = `${VARIABLE} replaces Kafka's own flags, G1 with pauses of 20 ms among them: on a small machine the JVM then collects with one thread.`;
    const value = `${DEFAULTS} ${variable.value.text.trim()}`;
    const edits = [{ kind: 'set', entry: variable, value }] as const;
    yield { span: variable.keySpan, message, fixes: [{ title: "Keep Kafka's own flags", safe: false, edits }] };
  },
};

function choosesCollector({ scope }: Reader, variable: Entry): boolean {
  return scope.entries.some(
    ({ key, span }) => COLLECTORS.includes(key) || (key === '-XX:UseConcMarkSweepGC' && contains(variable.span, span)),
  );
}
