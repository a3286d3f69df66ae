import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FileFacts } from '../../server/src/model/project';
import { factsOf } from '../../server/src/project/facts/fileFacts';
import { createProjectIndex, type ProjectIndex } from '../../server/src/project/projectIndex';
import { PROJECT_RULES, parseFile, uriOf } from '../support/project';

const broker = (node: number, protocol: string, minimum: number) =>
  `process.roles=broker,controller\nnode.id=${node}\ncontroller.quorum.voters=1@k1.example.com:9093,2@k2.example.com:9093\n` +
  `controller.listener.names=CONTROLLER\nlisteners=CLIENTS://:9092,CONTROLLER://:9093\n` +
  `advertised.listeners=CLIENTS://k${node}.example.com:9092\nlog.dirs=/data\n` +
  `listener.security.protocol.map=CLIENTS:${protocol},CONTROLLER:SSL\nmin.insync.replicas=${minimum}\ndefault.replication.factor=2\n`;
const client = (host: string, protocol: string) =>
  `bootstrap.servers=${host}:9092\nacks=all\nsecurity.protocol=${protocol}\n`;

/** Texts of each file that people write in turn; the empty one stands for a file that is gone. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  'kafka/server-1.properties': ['', broker(1, 'SSL', 1), `\n# moved\n${broker(1, 'SSL', 1)}`, broker(1, 'SSL', 2)],
  'kafka/server-2.properties': ['', broker(2, 'SSL', 1), broker(2, 'PLAINTEXT', 1), broker(1, 'SSL', 1)],
  'a/producer.properties': [
    '',
    client('k1.example.com', 'SSL'),
    client('k2.example.com', 'PLAINTEXT'),
    client('x.example.com', 'SSL'),
  ],
  'b/producer.properties': ['', client('k2.example.com', 'SSL'), `# moved\n${client('k2.example.com', 'SSL')}`],
  'b/connect-distributed.properties': [
    '',
    `bootstrap.servers=k1.example.com:9092\ngroup.id=c\noffset.storage.topic=o\nconfig.storage.topic=c\nstatus.storage.topic=s\nconfig.storage.replication.factor=3\nkey.converter=K\nvalue.converter=V\n`,
  ],
};
const PATHS = Object.keys(TEXTS);

const facts = new Map<string, FileFacts | undefined>();
function factsFor(path: string, text: string): FileFacts | undefined {
  const id = `${path} ${text}`;
  if (text !== '' && !facts.has(id)) facts.set(id, factsOf(parseFile(path, text)));
  return facts.get(id);
}

function found(index: ProjectIndex): unknown {
  assert.deepEqual(index.failures(), []);
  return PATHS.map((path) => [...index.reportsOf(uriOf(path))]);
}

describe('an index of a project', () => {
  it('finds after any changes what a new one finds, in whatever order the files come', () => {
    const edit = fc.nat({ max: PATHS.length - 1 }).chain((file) => {
      const path = PATHS[file] ?? '';
      return fc.record({ path: fc.constant(path), text: fc.constantFrom(...(TEXTS[path] ?? [''])), ask: fc.boolean() });
    });
    let compared = 0;
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 20 }), (edits) => {
        const index = createProjectIndex(PROJECT_RULES);
        const now = new Map<string, string>();
        for (const { path, text, ask } of edits) {
          now.set(path, text);
          index.put(uriOf(path), factsFor(path, text));
          if (ask) found(index);
        }
        const fresh = createProjectIndex(PROJECT_RULES);
        for (const [path, text] of [...now].reverse()) fresh.put(uriOf(path), factsFor(path, text));
        const all = found(fresh);
        if (JSON.stringify(all).includes('message')) compared++;
        assert.deepEqual(found(index), all);
      }),
      { numRuns: 200 },
    );
    assert.ok(compared > 20, 'hardly any workspace had a finding');
  });

  it('runs no rule again for a text that only moves, and gives its findings their new places', () => {
    let runs = 0;
    const [rule] = PROJECT_RULES.filter(({ id }) => id === 'project/acks-without-copies');
    assert.ok(rule && 'checkProject' in rule);
    const counted = {
      ...rule,
      checkProject: (cluster: Parameters<typeof rule.checkProject>[0]) => {
        runs++;
        return rule.checkProject(cluster);
      },
    };
    const index = createProjectIndex([counted]);
    const [path, other] = ['kafka/server-1.properties', 'a/producer.properties'];
    index.put(uriOf(path), factsFor(path, broker(1, 'SSL', 1)));
    index.put(uriOf(other), factsFor(other, client('k1.example.com', 'SSL')));
    const before = index.reportsOf(uriOf(other)).get(rule.id)?.[0];
    const after = runs;
    index.put(uriOf(path), factsFor(path, `\n\n${broker(1, 'SSL', 1)}`));
    const moved = index.reportsOf(uriOf(other)).get(rule.id)?.[0];
    assert.equal(runs, after);
    const line = (report: typeof before) => report?.related?.[0]?.foreign?.start.line ?? Number.NaN;
    assert.equal(line(moved), line(before) + 2);
  });
});
