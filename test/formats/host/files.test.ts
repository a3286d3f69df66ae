import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fixed, parse, toldBy } from './support';

describe('files of a host', () => {
  it('are read as the kernel, PAM and udev read them', () => {
    assert.deepEqual(
      toldBy('sysctl.d/90-kafka.conf', '-vm.swappiness=1\n net/ipv4/conf/eth0.1/rp_filter = 1\n#vm.x=1\nfoo=1\n'),
      ['host: vm.swappiness=1', 'host: net.ipv4.conf.eth0/1.rp_filter=1'],
    );
    assert.deepEqual(
      toldBy('limits.d/kafka.conf', '*  -  nofile  1024\nkafka - nofile 100000 # many\nkafka hard core 0\n'),
      ['host kafka: nofile=100000'],
    );
    const rule = 'KERNEL=="sd*", ATTR{queue/scheduler}=="none", ATTR{queue/scheduler}="bfq"\n';
    assert.deepEqual(toldBy('60-kafka.rules', rule), ['host: queue/scheduler=bfq']);
    assert.deepEqual(toldBy('kafka/tuned.conf', '[vm]\nvm.a=1\n[sysctl]\nvm.b=2\n[disk]\nelevator=none\n'), [
      'host: vm.b=2',
      'host: queue/scheduler=none',
    ]);
  });

  it('of other programs say nothing', () => {
    const others: readonly (readonly [string, string])[] = [
      ['sysctl.conf', 'vm.swappiness = 60\n'],
      ['sysctl.d/99-elasticsearch.conf', 'vm.max_map_count=1\n'],
      ['limits.conf', '* hard nofile 10\n'],
      ['60-ssd.rules', 'ATTR{queue/scheduler}="noop"\n'],
      ['setup.sh', 'sysctl -w vm.swappiness=60\nulimit -n 10\n'],
      ['nginx.service', '[Service]\nExecStart=/usr/sbin/nginx\nLimitNOFILE=10\n'],
      ['kafka-exporter.service', '[Service]\nExecStart=/opt/kafka_exporter\n'],
      ['zookeeper.service', '[Service]\nExecStart=/opt/kafka/bin/zookeeper-server-start.sh zookeeper.properties\n'],
      ['nginx.service.d/limits.conf', '[Service]\nLimitNOFILE=10\n'],
    ];
    for (const [path, text] of others) assert.deepEqual(parse(path, text).scopes, [], path);
  });

  it('are told from files of settings by their folders', () => {
    const text = 'vm.swappiness=60\n';
    assert.equal(parse('roles\\kafka\\files\\sysctl.d\\90.conf', text).format, 'sysctl-conf');
    assert.equal(parse('kafka/conf.d/90.conf', text).format, 'properties');
    assert.equal(parse('kafka.service.d/override.conf', text).format, 'systemd');
  });

  it('of systemd hold for the service that they start', () => {
    const unit =
      '[Service]\nExecStart=/opt/kafka/bin/kafka-server-start.sh \\\n  /etc/server.properties\nRestart=always\n';
    assert.equal(
      fixed('broker.service', unit, 'os/file-descriptors'),
      unit.replace('Restart', 'LimitNOFILE=100000\nRestart'),
    );
    assert.deepEqual(toldBy('kafka.service', `${unit}LimitNOFILE=\nLimitNOFILE=%i\n`), ['host kafka: nofile=?']);
  });

  it('of Docker Compose hold for one container', () => {
    const compose =
      'services:\n  kafka:\n    image: apache/kafka:4.1.0\n    environment: { KAFKA_NODE_ID: 1 }\n    ulimits: { nofile: 4096 }\n  other:\n    image: nginx\n    ulimits: { nofile: 1 }\n';
    assert.deepEqual(toldBy('compose.yaml', compose).slice(1), ['host kafka: nofile=4096']);
    assert.equal(fixed('compose.yaml', compose, 'os/file-descriptors'), compose.replace('4096', '100000'));
  });

  it('of Ansible are read in plays and in blocks', () => {
    const play = [
      '- hosts: kafka',
      '  tasks:',
      '    - sysctl: { name: vm.swappiness, value: 1 }',
      '    - block:',
      '        - community.general.pam_limits:',
      '            domain: kafka',
      '            limit_type: hard',
      '            limit_item: nofile',
      '            value: "{{ files }}"',
      '    - ansible.posix.sysctl: { name: vm.overcommit_memory, value: 1, state: absent }',
      '',
    ].join('\n');
    assert.deepEqual(toldBy('play.yml', play), ['host: vm.swappiness=1', 'host kafka: nofile.hard=?']);
  });
});
