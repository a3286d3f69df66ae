import assert from 'node:assert/strict';
import fc from 'fast-check';
import { settingAt } from '../../server/src/catalogue/catalogue';
import { readerOf } from '../../server/src/catalogue/reader';
import { lint } from '../../server/src/engine/lint';
import { parseDocument } from '../../server/src/formats/registry';
import type { ConfigDocument } from '../../server/src/model/document';
import { planPreset, presetNamesFor, type UserPresets } from '../../server/src/presets/plan';
import { PRESET_NAMES } from '../../server/src/presets/types';
import { PROFILES } from '../../server/src/rules/rule';
import { apply, BASE, type Kind, parse, plan, scenario } from '../support/presetCases';

const OWN: UserPresets = {
  ours: { producer: { 'linger.ms': '33', 'no.such.key': 'x' }, broker: { 'num.io.threads': '24' } },
};

const errorsIn = (document: ConfigDocument) =>
  lint(document, { severityOf: () => undefined }).findings.filter((finding) => finding.severity === 'error');

const findingsIn = (document: ConfigDocument, name: string): string[] => {
  const profile = PROFILES.find((one) => one === name);
  const { findings } = lint(document, { severityOf: () => undefined, ...(profile && { profile }) });
  return findings.filter(({ severity }) => severity !== 'hint').map(({ rule }) => rule);
};

describe('presets', () => {
  it('add no error, whatever the file and the version', () => {
    fc.assert(
      fc.property(scenario, ({ kind, text, version, name }) => {
        const document = parse(kind, text, version);
        const after = parse(kind, apply(document, plan(document, name)), version);
        const [before, now] = [errorsIn(document), errorsIn(after)];
        assert.ok(
          now.length <= before.length,
          JSON.stringify({ text: after.text, now: now.map((one) => one.message) }),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('bring no finding that was not there, for whoever tunes for the same', () => {
    fc.assert(
      fc.property(scenario, ({ kind, text, version, name }) => {
        const document = parse(kind, text, version);
        const after = parse(kind, apply(document, plan(document, name)), version);
        const before = new Set(findingsIn(document, name));
        assert.deepEqual(
          findingsIn(after, name).filter((one) => !before.has(one)),
          [],
          after.text,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('take an ignore directive away with the line that it is for', () => {
    const document = parse(
      'producer',
      `${BASE.producer}# kafka-lint-ignore producer/retries-limited -- why\nretries=3\nacks=all\n`,
    );
    const text = apply(document, plan(document, 'balanced'));
    assert.ok(!text.includes('kafka-lint-ignore') && text.includes('acks=all'), text);
  });

  it('have nothing left to do when applied twice', () => {
    fc.assert(
      fc.property(scenario, ({ kind, text, version, name }) => {
        const document = parse(kind, text, version);
        const after = parse(kind, apply(document, plan(document, name)), version);
        assert.deepEqual(
          plan(after, name).map(({ key, from, to }) => ({ key, from, to })),
          [],
        );
      }),
      { numRuns: 500 },
    );
  });

  it('write only keys that the target version knows', () => {
    fc.assert(
      fc.property(scenario, ({ kind, version, name }) => {
        const changes = plan(parse(kind, BASE[kind], version), name);
        assert.deepEqual(
          changes.filter(({ key }) => !settingAt(kind, key, version)),
          [],
        );
      }),
    );
  });

  const changed = (kind: Kind, text: string, name: string) =>
    Object.fromEntries(plan(parse(kind, BASE[kind] + text), name, OWN).map(({ key, to }) => [key, to ?? null]));

  it('keep what is already as good or better', () => {
    const text = 'linger.ms=50\nbatch.size=200000\ncompression.type=zstd\nbuffer.memory=134217728\nacks=1\n';
    assert.deepEqual(changed('producer', text, 'throughput'), {});
    const broker = 'min.insync.replicas=3\ndefault.replication.factor=5\n';
    const keys = Object.keys(changed('broker', broker, 'durability'));
    assert.ok(!keys.includes('min.insync.replicas') && !keys.includes('default.replication.factor'));
  });

  it('remove what should be left to the default', () => {
    const text = 'retries=3\nmax.in.flight.requests.per.connection=1\n';
    const changes = changed('producer', text, 'balanced');
    assert.equal(changes.retries, null);
    assert.equal(changes['max.in.flight.requests.per.connection'], null);
  });

  it('never trade guarantees away without asking', () => {
    for (const name of PRESET_NAMES) {
      for (const { key, to, confirm, price } of plan(parse('producer', BASE.producer), name)) {
        if (key === 'acks' && to !== 'all') assert.ok(confirm && price);
      }
    }
    assert.ok(!('acks' in changed('producer', 'transactional.id=t\n', 'throughput')));
    assert.ok(!('acks' in changed('producer', 'enable.idempotence=true\n', 'latency')));
  });

  it('leave values alone that nobody can know here', () => {
    assert.ok(!('linger.ms' in changed('producer', `linger.ms=${'$'}{LINGER}\n`, 'throughput')));
  });

  it('leave replication alone where there are fewer than three brokers', () => {
    const text = 'process.roles=broker,controller\nnode.id=1\ncontroller.quorum.voters=1@localhost:9093\n';
    const document = parseDocument({
      uri: 'file:///s',
      path: '/p/server.properties',
      text: `${text}log.dirs=/data\ncontroller.listener.names=C\n`,
    });
    assert.ok(document);
    const keys = plan(document, 'durability').map((change) => change.key);
    assert.ok(keys.length > 0 && !keys.includes('default.replication.factor') && !keys.includes('min.insync.replicas'));
  });

  it('say once where the values come from, and keep every other byte', () => {
    const document = parse('producer', `${BASE.producer}# why\n  acks = all\n`);
    const text = apply(document, plan(document, 'balanced'));
    assert.ok(text.startsWith(`${BASE.producer}# why\n  acks = all\n`));
    assert.equal(text.split('# preset: balanced').length, 2);
  });

  it('come from the settings too, without keys that Kafka does not know', () => {
    assert.deepEqual(changed('producer', '', 'ours'), { 'linger.ms': '33' });
    assert.ok(presetNamesFor({ role: 'producer', client: 'java' }, OWN).includes('ours'));
    assert.ok(!presetNamesFor({ role: 'consumer', client: 'java' }, OWN).includes('ours'));
    assert.deepEqual(presetNamesFor({ role: 'connector', client: 'java' }, OWN), []);
  });

  it('reach the prefixed producer of a Connect worker', () => {
    const text =
      'group.id=c\nkey.converter=K\nvalue.converter=V\noffset.storage.topic=o\nconfig.storage.topic=c\nstatus.storage.topic=s\nbootstrap.servers=k:9092\nproducer.batch.size=0\n';
    const document = parseDocument({ uri: 'file:///c', path: '/p/connect-distributed.properties', text });
    const scope = document?.scopes.find((one) => one.role === 'producer');
    assert.ok(document && scope);
    const after = apply(document, planPreset(document, readerOf(scope), 'balanced'));
    assert.match(after, /^producer\.batch\.size=65536$/m);
  });
});
