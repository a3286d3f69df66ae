import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { renderEdits } from '../../server/src/formats/registry';
import { applyTextEdits } from '../../server/src/model/edit';
import { findingsIn, parse } from '../formats/host/support';

/** A tuning guide as people copy it. */
const SCRIPT = `# ===== FILE DESCRIPTORS =====
# Kafka needs many open files (logs, sockets)
ulimit -n 100000

# ===== SWAPPINESS =====
# Reduce swapping (keep data in RAM)
sysctl vm.swappiness=1

# ===== PAGE CACHE =====
# Increase dirty page ratio (buffer more writes)
sysctl vm.dirty_ratio=80
sysctl vm.dirty_background_ratio=50

# ===== DISK I/O =====
# Use deadline scheduler for SSDs
echo deadline > /sys/block/sda/queue/scheduler

# ===== TCP TUNING =====
# Increase TCP buffer sizes
sysctl net.core.rmem_max=134217728  # 128 MB
sysctl net.core.wmem_max=134217728
sysctl net.ipv4.tcp_rmem='4096 87380 134217728'
sysctl net.ipv4.tcp_wmem='4096 65536 134217728'
`;

const LIMITS = '# Kafka needs many open files\n* soft nofile 100000\n* hard nofile 100000\n';

const told = (path: string, text: string): string[] => {
  const document = parse(path, text);
  return findingsIn(document).map(({ rule, span }) => `${rule} ${text.slice(span.start, span.end)}`);
};

describe('the host settings of a tuning guide', () => {
  it('are found in its script', () => {
    const parameters = ['vm.swappiness=1', 'vm.dirty_ratio=80', 'vm.dirty_background_ratio=50'];
    const buffers = ['net.core.rmem_max=134217728', 'net.core.wmem_max=134217728'];
    const tcp = ["net.ipv4.tcp_rmem='4096 87380 134217728'", "net.ipv4.tcp_wmem='4096 65536 134217728'"];
    const scheduler = 'echo deadline > /sys/block/sda/queue/scheduler';
    assert.deepEqual(
      told('os-tuning.sh', SCRIPT).sort(),
      [
        'os/dirty-ratios 50',
        'os/storage deadline',
        'os/tcp-buffers-defeated net.ipv4.tcp_rmem',
        'os/tcp-buffers-defeated net.ipv4.tcp_wmem',
        'os/not-persistent ulimit -n 100000',
        `os/not-persistent ${scheduler}`,
        ...[...parameters, ...buffers, ...tcp].map((one) => `os/not-persistent ${one}`),
      ].sort(),
    );
  });

  it('are found in its limits, which reach no service', () => {
    assert.deepEqual(told('limits.conf', LIMITS), ['os/limits-not-for-services * hard nofile']);
  });

  it('become a script that keeps them', () => {
    let text = SCRIPT;
    for (let round = 0; round < 20; round++) {
      const document = parse('os-tuning.sh', text);
      const [fix] = findingsIn(document).flatMap(({ fixes }) => fixes);
      if (!fix) break;
      text = applyTextEdits(text, renderEdits(document, fix.edits));
    }
    assert.ok(
      text.includes(
        "sysctl vm.dirty_background_ratio=5\necho 'vm.dirty_background_ratio = 5' >> /etc/sysctl.d/90-kafka.conf\n",
      ),
    );
    assert.ok(text.includes('echo mq-deadline > /sys/block/sda/queue/scheduler\n'));
    assert.ok(
      text.includes(
        "sysctl net.ipv4.tcp_rmem='4096 87380 134217728'\necho 'net.ipv4.tcp_rmem = 4096 87380 134217728' >>",
      ),
    );
    assert.deepEqual(
      told('os-tuning.sh', text).filter((one) => !/tcp-buffers|ulimit|scheduler/.test(one)),
      [],
    );
  });
});
