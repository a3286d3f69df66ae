import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { lint } from '../../server/src/engine/lint';
import type { ConfigDocument } from '../../server/src/model/document';
import type { Entry } from '../../server/src/model/entry';
import type { Scope } from '../../server/src/model/scope';
import { partOf, rootOf } from '../../server/src/model/tree';
import type { MutableEntry } from '../../server/src/recognition/parts';
import { type ScopeDraft, settingsScopes } from '../../server/src/recognition/settingsScopes';

const NONE = { path: '/p/compose.yml', directives: [], hints: undefined, templated: false };

/** Entries as a format writes them that names keys in its own way: `LINGER_MS` for `linger.ms`. */
function entriesOf(settings: Readonly<Record<string, string>>, from = 0): MutableEntry[] {
  return Object.entries(settings).map(([key, text], index) => {
    const span = { start: from + index * 10, end: from + index * 10 + 9 };
    return { key, writtenKey: written(key), keySpan: span, span, value: { kind: 'literal', text, span } };
  });
}

const written = (key: string): string => key.toUpperCase().replaceAll('.', '_');

function draft(settings: Readonly<Record<string, string>>, more: Partial<ScopeDraft> = {}, from = 0): ScopeDraft {
  return { entries: entriesOf(settings, from), span: { start: from, end: from + 999 }, written, ...more };
}

const only = (scopes: readonly Scope[]): Scope => scopes[0] ?? assert.fail('Nothing is configured.');

const STREAMS = { 'application.id': 'a', 'bootstrap.servers': 'b:9092' };

describe('scopes that a settings format drafts', () => {
  it('take their role from the surroundings where those leave no doubt, and from their keys otherwise', () => {
    assert.equal(only(settingsScopes(draft({ 'log.dirs': '/d' }, { role: 'broker' }), NONE)).role, 'broker');
    assert.equal(only(settingsScopes(draft(STREAMS), NONE)).role, 'streams');
    assert.deepEqual(settingsScopes(draft({ 'log.dirs': '/d' }), NONE), []);
    assert.deepEqual(settingsScopes(draft(STREAMS, { keysTell: 'nothing' }), NONE), []);
  });

  it('take a directive within them before that, and one elsewhere in the document after it', () => {
    const directive = (start: number) =>
      ({ kind: 'configure', role: 'admin', unknown: [], span: { start, end: start + 5 } }) as const;
    const roleWith = (start: number, more: Partial<ScopeDraft> = {}) =>
      only(settingsScopes(draft(STREAMS, more, 100), { ...NONE, directives: [directive(start)] })).role;
    assert.equal(roleWith(200, { role: 'consumer' }), 'admin');
    assert.equal(roleWith(0, { role: 'consumer' }), 'consumer');
    assert.equal(roleWith(0), 'admin');
  });

  it('are for the version beside them rather than for what files around show', () => {
    const hints = { found: { clients: { version: '3.0', file: 'pom.xml' } } } as const;
    const target = (version?: '3.7') =>
      only(settingsScopes(draft(STREAMS, version ? { version } : {}), { ...NONE, hints })).target;
    assert.deepEqual(target('3.7'), { version: '3.7', source: 'content' });
    assert.deepEqual(target(), { version: '3.0', source: 'workspace', file: 'pom.xml' });
  });

  it('have parts that know their process, and write keys as it does', () => {
    const root = only(settingsScopes(draft({ ...STREAMS, 'main.consumer.max.poll.records': '1' }), NONE));
    const part = partOf(root, 'main-consumer') ?? assert.fail();
    assert.equal(rootOf(part), root);
    assert.deepEqual(
      part.entries.map(({ key }) => key),
      ['max.poll.records'],
    );
    assert.equal(part.written('fetch.min.bytes'), 'MAIN_CONSUMER_FETCH_MIN_BYTES');
  });
});

describe('several processes in one document', () => {
  const document = (...scopes: readonly Scope[]): ConfigDocument => {
    const entries: Entry[] = scopes.flatMap((scope) => [...scope.entries, ...scope.others]);
    const nothing = { comments: [], directives: [], problems: [] };
    return {
      uri: 'file:///p/compose.yml',
      format: 'any',
      family: 'settings',
      text: ' '.repeat(9999),
      ...nothing,
      entries,
      scopes,
    };
  };
  const rulesOf = (scopes: readonly Scope[]): string[] =>
    lint(document(...scopes), { severityOf: () => undefined }).findings.map(({ rule }) => rule);

  const streams = { ...STREAMS, 'processing.guarantee': 'exactly_once_v2' };
  const clients = {
    'producer.acks': '1',
    'consumer.session.timeout.ms': '50000',
    'main.consumer.heartbeat.interval.ms': '60000',
  };
  const mirror = {
    clusters: 'a,b',
    'a.bootstrap.servers': 'a:1',
    'b.bootstrap.servers': 'b:1',
    'a->b.enabled': 'true',
    'b->a.enabled': 'true',
    'replication.policy.class': 'org.apache.kafka.connect.mirror.IdentityReplicationPolicy',
  };

  it('are judged as each would be alone, whatever stands beside it', () => {
    const drafts = [
      streams,
      { ...streams, ...clients },
      mirror,
      { 'bootstrap.servers': 'b:1', 'linger.ms': '5', acks: 'all' },
    ];
    const alone = drafts.map((settings) => rulesOf(settingsScopes(draft(settings), NONE)));
    const together = drafts.flatMap((settings, index) => settingsScopes(draft(settings, {}, index * 1000), NONE));
    assert.deepEqual(rulesOf(together), alone.flat());
    assert.ok(alone[1]?.includes('streams/processing-guarantee') && alone[1].includes('streams/client-conflict'));
    assert.ok(alone[2]?.includes('mm2/replication-safety'));
  });
});
