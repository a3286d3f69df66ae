import assert from 'node:assert/strict';
import { MOST_MS } from '../../server/src/engine/judge';
import { createLinter } from '../../server/src/engine/lint';
import { setEntry } from '../../server/src/rules/fixes';
import type { DirectiveRule, DocumentRule, Rule } from '../../server/src/rules/rule';
import { levels, NO_SETTINGS, parse, ruleOf } from './support';

const TEXT = 'bootstrap.servers=a:9092\nlinger.ms=5\n';

const found = (rules: readonly Rule[], text = TEXT, settings = NO_SETTINGS) =>
  createLinter(rules)(parse(text), settings).findings.map(({ rule, severity, span }) => ({
    rule,
    severity,
    line: text.slice(0, span.start).split('\n').length,
  }));

describe('the linter', () => {
  it("takes the user's severity, then the finding's, then the rule's", () => {
    const own = ruleOf('a/own', {
      *check({ scope }) {
        const [first, second] = scope.entries;
        if (first) yield { span: first.span, message: 'First.', severity: 'error' };
        if (second) yield { span: second.span, message: 'Second.' };
      },
    });
    const severities = (chosen?: 'hint') =>
      found([own], TEXT, levels(chosen ? { 'a/own': chosen } : {})).map(({ severity }) => severity);
    assert.deepEqual(severities(), ['error', 'warning']);
    assert.deepEqual(severities('hint'), ['hint', 'hint']);
  });

  it('leaves out what is off, and what nobody has asked for', () => {
    const rules = [
      ruleOf('a/on'),
      ruleOf('a/off'),
      ruleOf('a/asked', { enabledByDefault: false }),
      ruleOf('a/new', { preview: true }),
    ];
    const ids = (settings = NO_SETTINGS) => [...new Set(found(rules, TEXT, settings).map(({ rule }) => rule))];
    assert.deepEqual(ids(), ['a/on', 'a/off']);
    assert.deepEqual(ids(levels({ 'a/off': 'off', 'a/asked': 'error' })), ['a/on', 'a/asked']);
  });

  it('skips a rule that throws alone, with all that it had found', () => {
    const thrown = new Error('broken');
    const broken = ruleOf('a/broken', {
      *check({ scope }) {
        for (const { span } of scope.entries) yield { span, message: 'Found.' };
        throw thrown;
      },
    });
    const result = createLinter([broken, ruleOf('a/whole')])(parse(TEXT), NO_SETTINGS);
    assert.deepEqual([...new Set(result.findings.map(({ rule }) => rule))], ['a/whole']);
    assert.deepEqual(result.failures, [{ rule: 'a/broken', error: thrown }]);
  });

  it('asks a rule for its roles, its libraries and its versions only', () => {
    const rules = [
      ruleOf('a/role', { roles: ['consumer'] }),
      ruleOf('a/client', { clients: ['kafkajs'] }),
      ruleOf('a/from', { from: '3.5' }),
      ruleOf('a/until', { until: '3.5' }),
    ];
    const at = (version: string) => [
      ...new Set(found(rules, `# kafka-lint version=${version}\n${TEXT}`).map(({ rule }) => rule)),
    ];
    assert.deepEqual(at('3.4'), ['a/until']);
    assert.deepEqual(at('3.5'), ['a/from']);
  });

  it('asks a rule about the calls of a package for that package only', () => {
    const rule = ruleOf('a/node', { clients: ['rdkafka'], packages: { rdkafka: ['node-rdkafka'] } });
    const settings = '{ "metadata.broker.list": "kafka:9092", "bootstrap.servers": "kafka:9092" }';
    const inNode = `const { Producer } = require('node-rdkafka');\nnew Producer(${settings});\n`;
    const inPython = `from confluent_kafka import Producer\nProducer(${settings})\n`;
    const findingsIn = (text: string, path: string) =>
      createLinter([rule])(parse(text, path), NO_SETTINGS).findings.length;
    assert.ok(findingsIn(inNode, '/app.js') > 0);
    assert.equal(findingsIn(inPython, '/app.py'), 0);
  });

  it('gives a rule the profile, and its options with what the settings say of them', () => {
    const seen: unknown[] = [];
    const options = {
      most: { description: 'Any.', default: 5, minimum: 1 },
      least: { description: 'Any.', default: 1, minimum: 0 },
    };
    const asks = (more: object) =>
      ruleOf('a/asks', {
        ...more,
        check: (_, context) => {
          seen.push([context.profile, context.options]);
          return [];
        },
      });
    createLinter([asks({ options })])(parse(TEXT), {
      ...NO_SETTINGS,
      profile: 'latency',
      optionsOf: () => ({ most: 9 }),
    });
    createLinter([asks({ options })])(parse(TEXT), NO_SETTINGS);
    createLinter([asks({})])(parse(TEXT), { ...NO_SETTINGS, profile: 'latency' });
    assert.deepEqual(seen, [
      ['latency', { most: 9, least: 1 }],
      [undefined, { most: 5, least: 1 }],
      ['latency', {}],
    ]);
  });

  it('offers no fix that changes nothing', () => {
    const empty = { title: 'Change nothing', safe: true, edits: [] };
    const rule = ruleOf('a/fixes', {
      *check({ scope }) {
        for (const entry of scope.entries.slice(0, 1)) {
          yield { span: entry.span, message: 'Found.', fixes: [empty, setEntry(entry, '1')] };
        }
      },
    });
    const [finding] = createLinter([rule])(parse(TEXT), NO_SETTINGS).findings;
    assert.equal(finding?.fixes.length, 1);
    assert.notEqual(finding.fixes[0]?.title, empty.title);
  });

  it('runs rules about a file for their family only', () => {
    const ofFamily = (family: DocumentRule['family']): DocumentRule => ({
      id: `a/${family}`,
      summary: 'A rule of a test',
      severity: 'warning',
      sources: [],
      family,
      checkDocument: () => [{ span: { start: 0, end: 1 }, message: 'Found.' }],
    });
    const ids = found([ofFamily('code'), ofFamily('settings')]).map(({ rule }) => rule);
    assert.deepEqual(ids, ['a/settings']);
  });

  it('tells findings in the order of the text', () => {
    const text = `${TEXT}acks=all\n`;
    assert.deepEqual(
      found([ruleOf('a/one'), ruleOf('a/two')], text).map(({ line }) => line),
      [1, 1, 2, 2, 3, 3],
    );
  });
});

describe('ignoring', () => {
  const silencedBy: Record<string, readonly string[]> = {};
  const about: DirectiveRule = {
    id: 'directive/uses',
    summary: 'A rule of a test',
    severity: 'hint',
    sources: [],
    checkDirectives(uses) {
      for (const { directive, silenced } of uses) {
        silencedBy[directive.rules.map(({ id }) => id).join(' ')] = [...silenced];
      }
      return [];
    },
  };
  const rules = [ruleOf('a/no'), ruleOf('a/no-batching'), about];
  const kept = (comment: string) =>
    found(rules, `bootstrap.servers=a:9092\n${comment}\nlinger.ms=5\nacks=all\n`).map(
      ({ rule, line }) => `${rule} ${line}`,
    );

  it('silences the named rule for the next entry, and no rule whose id only begins alike', () => {
    const left = kept('# kafka-lint-ignore a/no -- why');
    assert.deepEqual(left, ['a/no 1', 'a/no-batching 1', 'a/no-batching 3', 'a/no 4', 'a/no-batching 4']);
    assert.deepEqual(silencedBy['a/no'], ['a/no']);
  });

  it('silences all rules where none is named', () => {
    assert.deepEqual(kept('# kafka-lint-ignore -- why'), ['a/no 1', 'a/no-batching 1', 'a/no 4', 'a/no-batching 4']);
  });

  it('silences the named rule in the whole file', () => {
    assert.deepEqual(kept('# kafka-lint-ignore-file a/no -- why'), [
      'a/no-batching 1',
      'a/no-batching 3',
      'a/no-batching 4',
    ]);
  });

  it('tells each of several directives for one entry what it silenced', () => {
    const left = kept('# kafka-lint-ignore a/no -- why\n# kafka-lint-ignore a/no-batching -- why');
    assert.deepEqual(left, ['a/no 1', 'a/no-batching 1', 'a/no 5', 'a/no-batching 5']);
    assert.deepEqual(silencedBy['a/no-batching'], ['a/no-batching']);
  });
});

describe('the time of a rule', () => {
  const text = `${TEXT}acks=all\n`;

  it('ends its search when it is over, keeps what it found, and leaves the other rules theirs', () => {
    let time = 0;
    const slow = ruleOf('a/slow', {
      *check({ scope }) {
        for (const { span } of scope.entries) {
          time += MOST_MS - 1;
          yield { span, message: 'Found.' };
        }
      },
    });
    const result = createLinter([slow, ruleOf('a/quick')], () => time)(parse(text), NO_SETTINGS);
    const of = (id: string) => result.findings.filter(({ rule }) => rule === id).length;
    assert.deepEqual([of('a/slow'), of('a/quick')], [2, 3]);
    assert.deepEqual(
      result.failures.map(({ rule, error }) => [rule, String(error)]),
      [['a/slow', `Error: It took more than ${MOST_MS} ms.`]],
    );
  });

  it('is one for all scopes of a document, and begins anew with the next document', () => {
    let time = 0;
    let calls = 0;
    const slow = ruleOf('a/slow', {
      roles: ['producer', 'consumer', 'connect-distributed'],
      check() {
        calls++;
        time += MOST_MS + 1;
        return [];
      },
    });
    const worker = parse(
      'group.id=g\nbootstrap.servers=a:9092\nconfig.storage.topic=c\noffset.storage.topic=o\nstatus.storage.topic=s\nproducer.acks=all\nconsumer.fetch.min.bytes=1\n',
      '/connect-distributed.properties',
    );
    assert.equal(worker.scopes.length, 3);
    const lint = createLinter([slow], () => time);
    const failures = lint(worker, NO_SETTINGS).failures.length;
    assert.deepEqual([calls, failures], [1, 1]);
    lint(worker, NO_SETTINGS);
    assert.equal(calls, 2);
  });

  it('is not taken by other rules', () => {
    let time = 0;
    const rules = Array.from({ length: 10 }, (_, index) =>
      ruleOf(`a/${index}`, {
        check() {
          time += MOST_MS;
          return [];
        },
      }),
    );
    assert.deepEqual(createLinter(rules, () => time)(parse(text), NO_SETTINGS).failures, []);
  });
});
