import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { lint } from '../../../server/src/engine/lint';
import { completionAt } from '../../../server/src/features/completion/completion';
import { outline } from '../../../server/src/features/symbols';
import { parseDocument, renderEdits } from '../../../server/src/formats/registry';
import type { ConfigDocument } from '../../../server/src/model/document';
import { applyTextEdits } from '../../../server/src/model/edit';

function parse(text: string, path = '/p/k8s/configmap.yaml'): ConfigDocument {
  return parseDocument({ uri: `file://${path}`, path, text }) ?? assert.fail();
}

const configMap = (data: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: kafka\ndata:\n${data.replaceAll(/^(?=.)/gm, '  ')}`;

const told = (text: string, path?: string): string[] =>
  parse(text, path).scopes.map(
    ({ role, name, entries }) =>
      `${name} ${role}: ${entries.map(({ key, value }) => `${key}=${value.text}`).join(' ')}`,
  );

describe('files in blocks of YAML', () => {
  it('are read by the format of their name', () => {
    const text = configMap(
      'connect-distributed.properties: |-\n  offset.storage.topic=o\n  config.storage.topic=c\n  group.id: g\napplication.yml: |2\n    spring:\n      kafka:\n        consumer:\n          max-poll-interval: 1s\nlogback.xml: |\n  <kafka/>\n',
    );
    assert.deepEqual(told(text), [
      'connect-distributed.properties connect-distributed: offset.storage.topic=o config.storage.topic=c group.id=g',
      'consumer consumer: max.poll.interval.ms=1000',
    ]);
  });

  it('stand in charts, in tasks that write files, and in resources that are templates', () => {
    assert.deepEqual(
      told(
        'config: |\n  process.roles=broker\n  node.id=1\n  log.dirs=/kafka\nother: |\n  node.id=1\n',
        '/p/values.yaml',
      ),
      ['config.conf broker: process.roles=broker node.id=1 log.dirs=/kafka'],
    );
    assert.deepEqual(
      told(
        '- copy:\n    dest: /etc/kafka/server.properties\n    content: |\n      node.id={{ id }}\n      process.roles=broker\n',
        '/p/tasks.yml',
      ),
      ['server.properties broker: node.id={{ id }} process.roles=broker'],
    );
    const template = configMap('server.properties: |\n').replace('name: kafka', 'name: {{ .Release.Name }}-kafka');
    const lines = '{{- if .Values.kraft }}\n    process.roles=broker\n{{- end }}\n    log.dirs={{ .Values.dirs }}\n';
    const document = parse(template + lines);
    assert.equal(document.scopes[0]?.completeness, 'fragment');
    assert.deepEqual(
      document.scopes[0]?.entries.map(({ writtenKey, value }) => [writtenKey, value.kind]),
      [
        ['process.roles', 'literal'],
        ['log.dirs', 'dynamic'],
      ],
    );
  });

  it('are of the version that the text around them says, unless they say another', () => {
    const text = `# kafka-lint version=3.7\n${configMap('server.properties: |\n  node.id=1\n  process.roles=broker\nb.properties: |\n  # kafka-lint version=3.9 role=producer\n  acks=0\n')}`;
    assert.deepEqual(
      parse(text).scopes.map(({ target }) => `${target.version} ${target.source}`),
      ['3.7 directive', '3.9 directive'],
    );
  });

  it('are fixed in their own lines and words', () => {
    const text = configMap(
      'server.properties: |\n  process.roles=broker\n  num.replica.fetchers = 0\n\nproducer.properties: |-\n  bootstrap.servers=a:1,b:2\n  acks=0',
    );
    const document = parse(text);
    const fixed = lint(document, { severityOf: () => undefined }).findings.flatMap(({ rule, fixes }) =>
      ['properties/invalid-value', 'producer/weak-acks', 'producer/compression'].includes(rule)
        ? renderEdits(document, fixes[0]?.edits ?? [])
        : [],
    );
    assert.equal(
      applyTextEdits(text, fixed),
      text.replace('fetchers = 0', 'fetchers = 1').replace('    acks=0', '    acks=all\n    compression.type=lz4'),
    );
  });

  it('are completed and outlined as what they are', () => {
    const text = configMap(
      'server.properties: |\n  process.roles=broker\n  node.id=1\n  \nproducer.properties: |\n  acks=0\n  linger.ms=1\n',
    );
    const document = parse(text);
    const offset = text.indexOf('node.id=1') + 'node.id=1\n    '.length;
    const added = completionAt(document, offset)?.items.find(({ label }) => label === 'num.partitions');
    assert.equal(added?.text, 'num.partitions=1');
    assert.deepEqual(
      outline(document).map(({ name, detail }) => [name, detail]),
      [
        ['server.properties', 'broker'],
        ['producer.properties', 'producer'],
      ],
    );
  });
});
