import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { anchorOf } from '../anchor';
import { addOrSet, setEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { knownBrokers } from '../support/knownBrokers';
import { inEnvironment } from '../support/severity';

const LASTING = '/var/lib/kafka-streams';

export const rule: ScopeRule = {
  id: 'streams/resilience',
  summary: "A Streams application's state has one copy, or lies where it gets lost",
  severity: 'information',
  roles: ['streams'],
  sources: ['StreamsConfig.REPLICATION_FACTOR_DOC', 'StreamsConfig.STATE_DIR_DOC', 'StateDirectory'],
  *check(reader: Reader): Iterable<Report> {
    const topics = internalTopics(reader);
    if (topics) yield topics;
    const state = stateDirectory(reader);
    if (state) yield state;
  },
};

function internalTopics(reader: Reader): Report | undefined {
  const factor = reader.setNumber('replication.factor');
  const brokers = knownBrokers(reader);
  if (factor?.value !== 1 || brokers < 3) return undefined;
  const message = `Changelog and repartition topics get one copy, though there are at least ${brokers} brokers: the loss of one takes state and records with it.`;
  const fixes = [setEntry(factor.entry, '3')];
  return { span: factor.entry.span, message, severity: inEnvironment(reader, 'information'), fixes };
}

function stateDirectory(reader: Reader): Report | undefined {
  const written = reader.setString('state.dir');
  const fixes = [addOrSet(reader, 'state.dir', LASTING)];
  if (written) {
    if (!/^\/(?:var\/)?tmp(?:\/|$)/.test(written.value)) return undefined;
    const message = `State under ${written.value} is gone when the system cleans up, and is restored from the changelogs at the next start.`;
    return { span: written.entry.span, message, severity: inEnvironment(reader, 'information'), fixes };
  }
  const { completeness, environment } = reader.scope;
  const span = anchorOf(reader);
  if (reader.has('state.dir') || completeness !== 'complete' || environment === 'development' || !span)
    return undefined;
  const message =
    'state.dir is not set, so the state of tables and joins lies in the temporary directory: when that is cleaned up, it has to be restored from the changelogs.';
  return { span, message, severity: 'hint', fixes };
}
