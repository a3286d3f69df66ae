import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { lint } from '../../../server/src/engine/lint';
import { formatOf, parseDocument } from '../../../server/src/formats/registry';
import type { ConfigDocument } from '../../../server/src/model/document';
import { valuesOf } from '../javascript/support';

type Files = Readonly<Record<string, string>>;

/** The first of the files, read with the others as its project. */
function parse(path: string, files: Files): ConfigDocument {
  const imports = formatOf(path)?.imports ?? assert.fail(path);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const imported = (name: string) => {
    for (const candidate of imports.candidates(name)) {
      const text = files[new URL(candidate, `file://${folder}`).pathname];
      if (text !== undefined) return { name: candidate, text };
    }
    return undefined;
  };
  const text = files[path] ?? assert.fail(path);
  return parseDocument({ uri: `file://${path}`, path, text, imported }) ?? assert.fail(path);
}

const JAVA: Files = {
  '/p/com/acme/orders/Orders.java': `package com.acme.orders;
import com.acme.Settings;
import static com.acme.Settings.LINGER;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
class Orders {
  KafkaProducer<String, String> made() {
    Properties props = Base.of("b:9092");
    props.put("acks", Settings.ACKS);
    props.put("linger.ms", LINGER);
    props.put("client.id", Settings.changed);
    return new KafkaProducer<>(props);
  }
}`,
  '/p/com/acme/Settings.java':
    'package com.acme;\npublic class Settings { /* kafka */ public static final String ACKS = "0"; public static final int LINGER = 5 * 2; public static String changed = "x"; }',
  '/p/com/acme/orders/Base.java': `package com.acme.orders;
class Base {
  static java.util.Properties of(String servers) {
    java.util.Properties kafka = new java.util.Properties();
    kafka.put("bootstrap.servers", servers);
    kafka.put("batch.size", 1);
    return kafka;
  }
}`,
};

const PYTHON: Files = {
  '/p/app/main.py': `from confluent_kafka import Producer
from app.config import KAFKA, settings_for
from . import config
from .clients import producer

one = Producer({**KAFKA, "acks": config.ACKS})
two = Producer(settings_for("b:9092"))


def send(record):
    producer.produce("t", record)
    producer.flush()
`,
  '/p/app/config.py': `from .base import KAFKA

ACKS = 1  # of the broker


def settings_for(servers):
    conf = {"bootstrap.servers": servers}
    conf["linger.ms"] = 0
    return conf
`,
  '/p/app/base.py': 'KAFKA = {"bootstrap.servers": "b:9092", "acks": 0}\n',
  '/p/app/clients.py': 'from confluent_kafka import Producer\n\nproducer = Producer({})\n',
};

describe('other files of the project', () => {
  it('have constants and settings for Java', () => {
    const [scope, ...others] = parse('/p/com/acme/orders/Orders.java', JAVA).scopes;
    assert.deepEqual(others, []);
    assert.deepEqual(valuesOf(scope?.entries ?? []), {
      'bootstrap.servers': 'b:9092',
      'batch.size': '1',
      acks: '0',
      'linger.ms': '10',
      'client.id': '?',
    });
    assert.equal(scope?.completeness, 'complete');
  });

  it('have constants, settings and clients for Python', () => {
    const scopes = [...parse('/p/app/main.py', PYTHON).scopes].sort((a, b) => b.entries.length - a.entries.length);
    assert.deepEqual(
      scopes.map(({ entries, calls }) => [
        valuesOf(entries.filter((one) => !one.overriddenBy)),
        calls.map(({ method }) => method),
      ]),
      [
        [{ 'bootstrap.servers': 'b:9092', acks: '1' }, []],
        [{ 'bootstrap.servers': 'b:9092', 'linger.ms': '0' }, []],
        [{}, ['produce', 'flush']],
      ],
    );
  });

  for (const [path, files] of [
    ['/p/com/acme/orders/Orders.java', JAVA],
    ['/p/app/main.py', PYTHON],
  ] as const) {
    it(`are marked where they come in, and not changed: ${path}`, () => {
      const document = parse(path, files);
      const foreign = document.scopes.flatMap(({ entries }) => entries.filter(({ elsewhere }) => elsewhere));
      assert.ok(foreign.length > 1);
      for (const { span } of foreign) assert.ok(span.end <= document.text.length);
      const { findings } = lint(document, { severityOf: () => undefined });
      assert.ok(findings.length > 2);
      for (const { span, fixes } of findings) {
        assert.ok(span.end <= document.text.length);
        const edits = fixes.flatMap((fix) => fix.edits);
        assert.ok(!edits.some((edit) => 'entry' in edit && edit.entry.elsewhere));
      }
    });
  }

  it('are asked for by the names that they have on disk', () => {
    const wanted = (path: string, files: Files) => {
      const imports = formatOf(path)?.imports;
      return imports?.wanted(files[path] ?? '', () => undefined);
    };
    assert.deepEqual(wanted('/p/com/acme/orders/Orders.java', JAVA), ['../../../com/acme/Settings', './Base']);
    assert.deepEqual(wanted('/p/app/main.py', PYTHON), ['app/config', './config', './clients', './clients/producer']);
  });
});
