import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { folds } from '../../server/src/features/folding';
import { inlayHints } from '../../server/src/features/inlayHints';
import { semanticTokens } from '../../server/src/features/semanticTokens';
import { type OutlineNode, outline } from '../../server/src/features/symbols';
import { parse } from './support';

const SERVER = '/project/server.properties';
const BROKER = 'process.roles=broker\nnode.id=1\n';

describe('inlay hints', () => {
  const hints = (text: string, within?: { start: number; end: number }) => {
    const document = parse(text, SERVER);
    return inlayHints(document, within ?? { start: 0, end: text.length }).map(({ offset, label }) => {
      const before = document.text.slice(0, offset);
      return `${before.slice(before.lastIndexOf('\n') + 1)} ${label}`;
    });
  };

  it('stand behind times and sizes, and behind nothing else', () => {
    const text = `${BROKER}log.retention.ms=604800000\nnum.partitions=1048576\nlog.segment.bytes=1073741824\nlog.dirs=/d\n`;
    assert.deepEqual(hints(text), ['log.retention.ms=604800000 7 days', 'log.segment.bytes=1073741824 1 GiB']);
  });

  it('are worked out for the asked part only', () => {
    const text = `${BROKER}log.retention.ms=604800000\nlog.segment.bytes=1073741824\n`;
    assert.deepEqual(hints(text, { start: 0, end: 40 }), ['log.retention.ms=604800000 7 days']);
  });

  it("say nothing of placeholders and of keys that are not Kafka's", () => {
    assert.deepEqual(hints(`${BROKER}log.retention.ms=\${RETENTION}\nmy.own.timeout.ms=60000\n`), []);
  });
});

describe('the outline', () => {
  const names = (nodes: readonly OutlineNode[]): unknown[] =>
    nodes.map(({ name, children }) => (children.length > 0 ? { [name]: names(children) } : name));

  it('groups keys by what they are about', () => {
    const text = `${BROKER}log.dirs=/d\nnum.io.threads=8\nlog.retention.ms=1\nmin.insync.replicas=2\n`;
    assert.deepEqual(names(outline(parse(text, SERVER))), [
      { 'Cluster and quorum': ['process.roles', 'node.id'] },
      { 'Log and topics': ['log.dirs', 'log.retention.ms'] },
      { 'Network and threads': ['num.io.threads'] },
      { Replication: ['min.insync.replicas'] },
    ]);
  });

  it('gives each prefix a part of its own', () => {
    const text =
      'bootstrap.servers=a:9092\noffset.storage.topic=o\nconfig.storage.topic=c\nproducer.acks=all\nproducer.linger.ms=5\n';
    const nodes = outline(parse(text, '/project/connect-distributed.properties'));
    const producer = nodes.find(({ kind }) => kind === 'scope');
    assert.equal(producer?.name, 'producer');
    assert.deepEqual(names(producer.children), [{ Sending: ['producer.acks', 'producer.linger.ms'] }]);
  });

  it('has every child inside its parent, and every name inside its node', () => {
    const document = parse(
      `${BROKER}log.dirs=/d\nnum.io.threads=8\nlog.retention.ms=1\nnum.network.threads=3\n`,
      SERVER,
    );
    const check = (node: OutlineNode): void => {
      assert.ok(node.nameSpan.start >= node.span.start && node.nameSpan.end <= node.span.end, node.name);
      for (const child of node.children) {
        assert.ok(child.span.start >= node.span.start && child.span.end <= node.span.end, child.name);
        check(child);
      }
    };
    outline(document).forEach(check);
  });

  it('shows no secret, and cuts long values', () => {
    const text = `${BROKER}ssl.key.password=hunter2\nlisteners=${'PLAINTEXT://a:9092,'.repeat(20)}\n`;
    const details = outline(parse(text, SERVER)).flatMap(({ children }) => children.map(({ detail }) => detail ?? ''));
    assert.ok(details.every((detail) => !detail.includes('hunter2') && detail.length <= 61));
  });

  it('marks what is deprecated in the target version', () => {
    const text = `# kafka-lint version=3.9\n${BROKER}log.message.timestamp.difference.max.ms=1\n`;
    const keys = outline(parse(text, SERVER)).flatMap(({ children }) => children);
    assert.deepEqual(
      keys.filter(({ deprecated }) => deprecated).map(({ name }) => name),
      ['log.message.timestamp.difference.max.ms'],
    );
  });
});

describe('folding', () => {
  /** Each fold as its first and last line, from 0. */
  const lines = (text: string): string[] => {
    const document = parse(text, SERVER);
    const lineAt = (offset: number): number => document.text.slice(0, offset).split(/\r\n|\r|\n/).length - 1;
    return folds(document).map(({ span, kind }) => `${lineAt(span.start)}-${lineAt(span.end)} ${kind}`);
  };

  it('goes from a banner up to the next one, and from a comment up to the blank line', () => {
    const text = [
      '############ Basics ############',
      '',
      '# The id.',
      'node.id=1',
      'process.roles=broker',
      '',
      '############ Logs ############',
      'log.dirs=/d',
      '',
      '# Rest',
      'num.partitions=1',
    ].join('\n');
    assert.deepEqual(lines(text), ['0-4 region', '2-4 region', '6-10 region', '9-10 region']);
  });

  it('takes a licence for a comment, and a comment of one line without entries for nothing', () => {
    assert.deepEqual(lines(`# Licensed to you.\n# All of it.\n\n# alone\n\n${BROKER}`), ['0-1 comment']);
  });

  it('folds values over several lines', () => {
    assert.deepEqual(lines(`${BROKER}super.users=a,\\\n  b,\\\n  c\n`), ['2-4 region']);
  });

  it('knows every line end', () => {
    assert.deepEqual(lines('# Head\r\nprocess.roles=broker\r\nnode.id=1\r\n\r\nlog.dirs=/d\r\n'), ['0-2 region']);
    assert.deepEqual(lines('# Head\rprocess.roles=broker\rnode.id=1\r\rlog.dirs=/d\r'), ['0-2 region']);
  });
});

describe('semantic tokens', () => {
  const tokens = (text: string, within?: { start: number; end: number }): string[] => {
    const document = parse(text, SERVER);
    return semanticTokens(document, within).map(
      ({ span, type, deprecated }) => `${document.text.slice(span.start, span.end)}:${type}${deprecated ? '!' : ''}`,
    );
  };

  it('tell keys, times, sizes, numbers, choices, classes and placeholders apart', () => {
    const text = [
      'process.roles=broker',
      'node.id=1',
      'log.retention.ms=1000',
      'log.segment.bytes=2000',
      'auto.create.topics.enable=false',
      'log.cleanup.policy=delete',
      'principal.builder.class=a.B',
      `broker.rack=\${RACK}`,
      '',
    ].join('\n');
    assert.deepEqual(
      tokens(text).filter((_, index) => index % 2 === 1),
      [
        'broker:enumMember',
        '1:number',
        '1000:kafkaDuration',
        '2000:kafkaSize',
        'false:keyword',
        'delete:enumMember',
        'a.B:class',
        `\${RACK}:variable`,
      ],
    );
    assert.ok(tokens(text).every((token, index) => index % 2 === 1 || token.endsWith(':property')));
  });

  it('mark deprecated keys', () => {
    const text = `# kafka-lint version=3.9\n${BROKER}log.message.timestamp.difference.max.ms=1\n`;
    assert.ok(tokens(text).includes('log.message.timestamp.difference.max.ms:property!'));
  });

  it('come in the order of the text, also of prefixed scopes, and for a part of it', () => {
    const text = 'producer.acks=all\nbootstrap.servers=a:9092\noffset.storage.topic=o\nconfig.storage.topic=c\n';
    const document = parse(text, '/project/connect-distributed.properties');
    const starts = semanticTokens(document).map(({ span }) => span.start);
    assert.ok(starts.length > 6);
    assert.deepEqual(
      starts,
      starts.toSorted((a, b) => a - b),
    );
    assert.equal(semanticTokens(document, { start: 0, end: 5 }).length, 2);
  });

  it('leave out keys without a value and values without a key', () => {
    assert.deepEqual(tokens(`${BROKER}log.dirs\n=x\n`).slice(4), ['log.dirs:property', 'x:string']);
  });
});
