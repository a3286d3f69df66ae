// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of the documents.
import assert from 'node:assert/strict';
import { runningDocument } from '../../server/src/cluster/document/runningDocument';
import type { ConfigSource, RunningConfig, RunningSetting } from '../../server/src/cluster/model';
import { lint } from '../../server/src/engine/lint';
import { type RunningPart, runningCommand } from '../../server/src/features/runningCommand';
import { parseDocument } from '../../server/src/formats/registry';
import type { Finding } from '../../server/src/model/finding';
import { runningName, runningPath } from '../../server/src/protocol/runningUri';

const ABOUT = { cluster: 'dev', layout: { kafkaVersion: '4.3', brokers: [], topics: [] }, takenAt: 0 };

function setting(key: string, value: string | undefined, source: ConfigSource, isSensitive = false): RunningSetting {
  return { key, ...(value !== undefined && { value }), source, isReadOnly: false, isSensitive };
}

function open(config: RunningConfig) {
  const path = runningPath({ cluster: 'dev', kind: config.kind, name: config.name });
  const text = runningDocument(config, ABOUT);
  const document = parseDocument({ uri: `kafka-cluster:${path}`, path, text });
  assert.ok(document);
  return { text, document };
}

const BROKER: RunningConfig = {
  kind: 'broker',
  name: '1',
  settings: [
    setting('process.roles', 'broker', 'STATIC_BROKER_CONFIG'),
    setting('node.id', '1', 'STATIC_BROKER_CONFIG'),
    setting('num.io.threads', '8', 'DEFAULT_CONFIG'),
    setting('ssl.keystore.password', undefined, 'STATIC_BROKER_CONFIG', true),
    setting('ssl.key.password', undefined, 'DEFAULT_CONFIG', true),
    setting('log.cleaner.threads', '2', 'DYNAMIC_BROKER_CONFIG'),
    setting('unclean.leader.election.enable', 'true', 'DYNAMIC_DEFAULT_BROKER_CONFIG'),
  ],
};

describe('a running configuration as a document', () => {
  it('has what is set as entries, by where it comes from, and defaults as comments', () => {
    assert.equal(
      open(BROKER).text,
      `# Broker 1 of dev
# As of 1970-01-01T00:00:00.000Z. Read-only.
# kafka-lint version=4.3

# Set for this broker (DYNAMIC_BROKER_CONFIG)
log.cleaner.threads=2

# Set for all brokers (DYNAMIC_DEFAULT_BROKER_CONFIG)
unclean.leader.election.enable=true

# From the broker's file (STATIC_BROKER_CONFIG)
process.roles=broker
node.id=1
ssl.keystore.password=\${hidden}

# Defaults of Kafka (DEFAULT_CONFIG)
# num.io.threads=8
# ssl.key.password=
`,
    );
  });

  it('is the configuration that was told, whatever is in its names and values', () => {
    const values = ['a=b', ' blank ', 'two\nlines', 'back\\slash', '# none', 'ü', '${x}'];
    const settings = values.map((value, index) => setting(`custom.${index}`, value, 'STATIC_BROKER_CONFIG'));
    const hostile = setting('kafka-lint-ignore-file\nx', 'y\nacks=0', 'DEFAULT_CONFIG');
    const { document } = open({ kind: 'broker', name: '1\nacks=0', settings: [...settings, hostile] });
    assert.deepEqual(
      document.entries.map(({ key }) => key),
      values.map((_, index) => `custom.${index}`),
    );
    const literals = document.entries.flatMap(({ value }) => (value.kind === 'literal' ? [value.text] : []));
    assert.deepEqual(literals.slice(0, 6), values.slice(0, 6));
    assert.ok(document.directives.every(({ kind }) => kind === 'configure'));
  });

  it('takes what a topic has from its brokers for no setting of the topic', () => {
    const { document } = open({
      kind: 'topic',
      name: 'orders',
      settings: [
        setting('retention.ms', '1000', 'DYNAMIC_TOPIC_CONFIG'),
        setting('min.insync.replicas', '2', 'STATIC_BROKER_CONFIG'),
      ],
    });
    assert.equal(document.scopes[0]?.role, 'topic');
    assert.deepEqual(
      document.entries.map(({ key }) => key),
      ['retention.ms'],
    );
  });
});

describe('the command of a fix', () => {
  const part: RunningPart = { cluster: 'dev', kind: 'broker', name: '1', bootstrapServer: 'a:9092' };
  const findingAt = (key: string, config = BROKER) => {
    const { document } = open(config);
    const { findings } = lint(document, { severityOf: () => undefined });
    const entry = document.entries.find((one) => one.key === key);
    const found = findings.find(({ span }) => span.start === entry?.span.start);
    assert.ok(found, `${key} has no finding`);
    return { document, found };
  };

  it('changes all brokers where a value is all brokers’', () => {
    const { document, found } = findingAt('unclean.leader.election.enable');
    const commands = found.fixes.map((fix) => runningCommand(document, fix, part));
    assert.ok(
      commands.includes(
        'kafka-configs.sh --bootstrap-server a:9092 --entity-type brokers --entity-default --alter --add-config unclean.leader.election.enable=false',
      ),
      commands.join('\n'),
    );
  });

  it('names the topic, and quotes what a shell would read', () => {
    const topic: RunningConfig = {
      kind: 'topic',
      name: "it's",
      settings: [setting('unclean.leader.election.enable', 'true', 'DYNAMIC_TOPIC_CONFIG')],
    };
    const { document, found } = findingAt('unclean.leader.election.enable', topic);
    const [command = ''] = found.fixes.flatMap(
      (fix) => runningCommand(document, fix, { ...part, kind: 'topic', name: "it's", commandConfig: 'my file' }) ?? [],
    );
    assert.match(command, /--command-config 'my file' --entity-type topics --entity-name 'it'\\''s' --alter/);
  });

  const fixOf = (key: string, value?: string) => {
    const { document } = open(BROKER);
    const entry = document.entries.find((one) => one.key === key);
    const [scope] = document.scopes;
    assert.ok(scope);
    const edits: Finding['fixes'][number]['edits'] = entry
      ? [value === undefined ? { kind: 'remove', entry } : { kind: 'set', entry, value }]
      : [{ kind: 'add', scope, key, value: value ?? '' }];
    return runningCommand(document, { title: '', safe: false, edits }, part);
  };

  it('is none where only the file and a restart can change it', () => {
    assert.equal(fixOf('node.id', '2'), undefined);
    assert.equal(fixOf('process.roles', 'controller'), undefined);
    assert.equal(fixOf('not.a.setting', '1'), undefined);
  });

  it('is the broker’s own where the value is, and takes brackets around commas', () => {
    assert.match(
      fixOf('log.cleaner.threads', '1') ?? '',
      /--entity-name 1 --alter --add-config log\.cleaner\.threads=1$/,
    );
    assert.match(fixOf('log.cleaner.threads') ?? '', /--entity-name 1 --alter --delete-config log\.cleaner\.threads$/);
    assert.match(
      fixOf('log.cleanup.policy', 'compact,delete') ?? '',
      /--add-config 'log\.cleanup\.policy=\[compact,delete\]'$/,
    );
  });
});

describe('the name of a running part', () => {
  for (const name of ['orders', 'a/b', '../x', 'ü %41', 'broker-1.properties', '[::1]:9092']) {
    it(`survives a path: ${name}`, () => {
      const part = { cluster: name, kind: 'topic', name } as const;
      assert.deepEqual(runningName(runningPath(part)), part);
    });
  }
});
