// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of the shell.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readScript } from '../../../server/src/formats/shell/read';
import { findingsIn, fixed, parse, toldBy } from './support';

const HEAD = '# kafka\n';

describe('scripts', () => {
  it('are read as a shell reads them', () => {
    const { commands } = readScript(
      'a "b c"d \'e\\n\' f\\ g #h\nA=1 b; c | d 2>&1 >e || f $(g "h)" i) && j ${k:-l m}\n',
    );
    assert.deepEqual(
      commands.map(({ words }) => words.map(({ text }) => text)),
      [['a', 'b cd', 'e\\n', 'f g'], ['A=1', 'b'], ['c'], ['d'], ['f', '$(g "h)" i)'], ['j', '${k:-l m}']],
    );
    assert.equal(commands[2]?.pipedTo, commands[3]);
    assert.equal(commands[3]?.target?.text, 'e');
  });

  it('tell what may never run together', () => {
    const branches = (text: string): Map<string, string> =>
      new Map(readScript(text).commands.map(({ words, branch }) => [words[0]?.text ?? '', branch]));
    const same = (text: string, one: string, other: string): boolean =>
      branches(text).get(one) === branches(text).get(other);
    for (const text of [
      'if x; then\n a\nelse\n b\nfi',
      'if x\nthen\n a\nelif y\nthen\n b\nfi',
      'case $x in\n 1|2)\n a\n ;;\n *)\n b\nesac',
      'f() {\n a\n}\ng ()\n{\n b\n}',
      'function f {\n a\n}\nfunction g() {\n b\n}',
      '{% if x %}\na\n{% else %}\nb\n{% endif %}',
      'x && a ||\n b',
      'x && {\n a\n}\nb',
      'if x; then\n if y; then\n a\n fi\n b\nfi',
    ])
      assert.ok(!same(text, 'a', 'b'), text);
    for (const text of [
      'a\nb',
      'if x; then\n a\n b\nfi',
      'if x; then\n y\nfi\na\nf() { y; }\nb',
      'a\nfor x in 1 2; do\n b\ndone',
      'a\ncase $x in 1) y;; esac\nb',
      'f() {\n a\n {\n y\n }\n b\n}',
      'a | y\nx && y; b',
    ])
      assert.ok(same(text, 'a', 'b'), text);
  });

  it('set variables for one command alone', () => {
    const script = `KAFKA_OPTS=-Xms8g bin/zookeeper-server-start.sh zoo.properties
KAFKA_HEAP_OPTS=-Xmx40g bin/kafka-topics.sh --list
KAFKA_HEAP_OPTS=-Xmx6g bin/kafka-server-start.sh server.properties\n`;
    assert.deepEqual(findingsIn(parse('run.sh', script)), []);
  });

  it('set parameters at once, and in files that keep them', () => {
    const script = `${HEAD}sysctl -q -w vm.swappiness=1 'net.ipv4.tcp_rmem=1 2 3'
sudo -E sysctl vm.dirty_ratio=$RATIO
echo 5 | sudo tee /proc/sys/vm/dirty_background_ratio
echo "vm.max_map_count=262144" >> /etc/sysctl.conf
echo "kafka - nofile 100000" >> /etc/security/limits.d/kafka.conf
cat <<EOF | sudo tee /etc/sysctl.d/90.conf
vm.overcommit_memory = 1
EOF
echo vm.swappiness=9 > /tmp/notes
`;
    assert.deepEqual(toldBy('setup.sh', script), [
      'host: vm.swappiness=1',
      'host: net.ipv4.tcp_rmem=1 2 3',
      'host: vm.dirty_ratio=?',
      'host: vm.dirty_background_ratio=5',
      'host: vm.max_map_count=262144',
      'host: nofile=100000',
      'host 90.conf: vm.overcommit_memory=1',
    ]);
  });

  it('keep their words where a value changes', () => {
    const script = `${HEAD}  sysctl -w vm.swappiness=60 vm.x=1 # low\n`;
    assert.equal(fixed('k.sh', script, 'os/swappiness'), script.replace('=60', '=1'));
    const quoted = `${HEAD}sysctl -w "vm.dirty_background_ratio=50"\n`;
    assert.equal(fixed('k.sh', quoted, 'os/dirty-ratios'), `${HEAD}sysctl -w vm.dirty_background_ratio=5\n`);
    const inside = `${HEAD}cat > /etc/sysctl.d/90.conf <<'END'\nvm.swappiness = 60\nEND\nls\n`;
    assert.equal(fixed('k.sh', inside, 'os/swappiness'), inside.replace('60', '1'));
  });

  it('lose nothing at boot, or where files keep what they set', () => {
    const rules = (path: string, text: string) => findingsIn(parse(path, text)).map(({ rule }) => rule);
    const set = `${HEAD}sysctl -w vm.swappiness=1\n`;
    assert.deepEqual(rules('k.sh', set), ['os/not-persistent']);
    assert.deepEqual(rules('user-data.sh', set), []);
    assert.deepEqual(rules('k.sh', `${set}echo vm.swappiness=1 >> /etc/sysctl.conf\n`), []);
  });
});
