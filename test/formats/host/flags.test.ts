// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of the shell.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { renderEdits } from '../../../server/src/formats/registry';
import { applyTextEdits } from '../../../server/src/model/edit';
import { findingsIn, fixed, parse, toldBy } from './support';

const unit = (environment: string): string =>
  `[Service]\nEnvironment=${environment}\nExecStart=/opt/kafka/bin/kafka-server-start.sh s.properties\nLimitNOFILE=100000\n`;

describe('flags of the JVM', () => {
  it('are read wherever the variables of the start scripts are set', () => {
    const expected = [
      '-Xmx=6g',
      '-XX:UseG1GC=true',
      '-XX:MaxGCPauseMillis=20',
      '-Da.b=c',
      '-javaagent=/a.jar=1:/b.yml',
    ];
    const flags = '-Xmx6g -XX:+UseG1GC -XX:MaxGCPauseMillis=20 -Da.b=c -javaagent:/a.jar=1:/b.yml';
    const files: readonly (readonly [string, string])[] = [
      ['kafka.service', unit(`"KAFKA_OPTS=${flags}"`)],
      ['kafka.env', `KAFKA_OPTS="${flags}"\n`],
      ['Dockerfile', `FROM apache/kafka\nENV KAFKA_OPTS="${flags}"\n`],
      ['compose.yaml', `services:\n  kafka:\n    image: apache/kafka\n    environment:\n      - KAFKA_OPTS=${flags}\n`],
      ['start.sh', `KAFKA_OPTS='${flags}' exec bin/kafka-server-start.sh\n`],
    ];
    for (const [path, text] of files) {
      const told = toldBy(path, text).filter((one) => one.startsWith('jvm'));
      assert.deepEqual(
        told.map((one) => one.replace(/^jvm.*?: /, '')),
        expected,
        path,
      );
    }
  });

  it('are unknown where something is filled in, or where a script chooses by the version of Java', () => {
    const files: readonly (readonly [string, string])[] = [
      ['start.sh', 'export KAFKA_HEAP_OPTS="${KAFKA_HEAP_OPTS:--Xmx1024m -Xms1024m}"\nexec kafka-server-start.sh s\n'],
      ['start.sh', 'export KAFKA_HEAP_OPTS="-Xmx$(free -g) -Xms${HEAP}m"\nexec kafka-server-start.sh s\n'],
      [
        'kafka-run-class.sh',
        'if [ "$JAVA_MAJOR_VERSION" -lt 9 ]; then\n  KAFKA_GC_LOG_OPTS="-XX:+PrintGCDateStamps"\nfi\n',
      ],
      [
        'templates/deployment.yaml',
        'apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n        - name: connect\n          env:\n            - name: KAFKA_HEAP_OPTS\n              value: -Xmx{{ .Values.javaHeap }} -Xms4{{ .Values.unit }}\n',
      ],
    ];
    for (const [path, text] of files) assert.deepEqual(findingsIn(parse(path, text)), [], path);
  });

  it('of other programs are nobody’s', () => {
    assert.deepEqual(toldBy('app.env', 'KAFKA_TOPIC=a\nJAVA_OPTS=-Xmx40g\n'), []);
    const zookeeper =
      'services:\n  zookeeper:\n    image: confluentinc/cp-zookeeper:7.0.0\n    environment:\n      KAFKA_HEAP_OPTS: -Xmx256m\n';
    assert.deepEqual(findingsIn(parse('compose.yaml', zookeeper)), []);
  });

  it('are of no use where a later one says something else', () => {
    // The start script hands KAFKA_OPTS to the JVM last.
    const document = parse('kafka.service', unit('KAFKA_OPTS=-Xmx5g "KAFKA_HEAP_OPTS=-Xmx40g -Xms5g"'));
    assert.deepEqual(
      findingsIn(document).map(({ rule, span }) => `${rule} ${document.text.slice(span.start, span.end)}`),
      ['properties/duplicate-key -Xmx40g'],
    );
  });

  it('change where they stand, and nothing else does', () => {
    assert.equal(
      fixed('kafka.service', unit('"KAFKA_HEAP_OPTS=-Xmx40g -Xms40g" A=b'), 'jvm/heap-size'),
      unit('"KAFKA_HEAP_OPTS=-Xmx6g -Xms6g" A=b'),
    );
    // A blank needs quotes.
    const alone = parse('kafka.service', unit('KAFKA_HEAP_OPTS=-Xmx5g'));
    const scope = alone.scopes.find(({ role }) => role === 'jvm') ?? assert.fail();
    const [after] = scope.entries;
    const edits = renderEdits(alone, [{ kind: 'add', scope, key: '-Xms', value: '5g', ...(after && { after }) }]);
    assert.equal(applyTextEdits(alone.text, edits), unit('"KAFKA_HEAP_OPTS=-Xmx5g -Xms5g"'));
  });

  it('stay as they are where quotes or escapes hide their place', () => {
    const text =
      'services:\n  kafka:\n    image: apache/kafka:4.1.0\n    environment:\n      KAFKA_HEAP_OPTS: "-Xmx40g \\\n        -Xms1g"\n';
    const document = parse('compose.yaml', text);
    const finding = findingsIn(document).find(({ rule }) => rule === 'jvm/heap-size') ?? assert.fail();
    assert.deepEqual(
      finding.fixes.flatMap(({ edits }) => renderEdits(document, edits)),
      [],
    );
  });
});
