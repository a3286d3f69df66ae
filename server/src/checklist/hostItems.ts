import type { Reader } from '../catalogue/reader';
import { type ChecklistItem, shownNumber } from './item';

const NO_HOST = 'No file of these sets up a host for Kafka.';

const isHost = ({ scope }: Reader): boolean => scope.role === 'host' && scope.machine?.reader !== 'container';

export const HOST_ITEMS: readonly ChecklistItem[] = [
  {
    id: 'host-files',
    section: 'hosts',
    title: 'Allow 100,000 open files',
    why: 'limits.conf and ulimit reach no service of systemd and no container: the unit or the container has to say it.',
    rules: ['os/file-descriptors'],
    concerns: ({ scope }) => scope.role === 'host',
    shown: ({ scope }) => {
      const entry = scope.entries.find(
        ({ key, value, overriddenBy }) => /^nofile(?:\.hard)?$/.test(key) && value.kind === 'literal' && !overriddenBy,
      );
      const isService = scope.machine?.reader === 'unit' || scope.machine?.reader === 'container';
      return entry && isService ? { span: entry.span, says: `${entry.writtenKey} is ${entry.value.text}` } : undefined;
    },
    once: true,
    absent: NO_HOST,
  },
  {
    id: 'host-swappiness',
    section: 'hosts',
    title: 'Set vm.swappiness to 1',
    why: '0 can end in the kernel killing the broker instead of swapping a little.',
    rules: ['os/swappiness'],
    concerns: isHost,
    shown: (reader) => shownNumber(reader, 'vm.swappiness', (value) => value >= 1 && value <= 10),
    once: true,
    absent: NO_HOST,
  },
  {
    id: 'host-tcp-buffers',
    section: 'hosts',
    title: 'Leave the size of TCP buffers to the kernel',
    why: 'Large net.ipv4.tcp_rmem does nothing while socket.receive.buffer.bytes fixes 100 KB: set Kafka’s to -1.',
    rules: ['os/tcp-buffers-defeated'],
    concerns: ({ scope }) => scope.role === 'broker' || scope.role === 'combined',
    shown: (reader) => shownNumber(reader, 'socket.receive.buffer.bytes', (bytes) => bytes === -1),
    once: true,
    absent: 'No broker is configured in these files.',
  },
  {
    id: 'host-scheduler',
    section: 'hosts',
    title: 'Use the scheduler none for NVMe disks, mq-deadline for others',
    why: 'deadline is an old name of mq-deadline, and an echo into /sys is lost with the next restart: use udev.',
    rules: ['os/storage'],
    concerns: isHost,
    shown: ({ scope }) => {
      const entry = scope.entries.find(
        ({ key, value }) => key === 'queue/scheduler' && /^(?:none|mq-deadline)$/.test(value.text),
      );
      return entry && { span: entry.span, says: `the scheduler is ${entry.value.text}` };
    },
    once: true,
    absent: NO_HOST,
  },
  {
    id: 'host-persistent',
    section: 'hosts',
    title: 'Set kernel parameters to values that help, in files that keep them',
    why: 'sysctl changes the running kernel only, and a high vm.dirty_background_ratio delays writing until it stalls.',
    rules: ['os/not-persistent', 'os/invalid-value', 'os/dirty-ratios', 'os/max-map-count'],
    concerns: ({ scope }) => isParameters(scope.entries.map(({ key }) => key)) && scope.role === 'host',
    shown: ({ scope }) => {
      const first = scope.machine?.persistent ? scope.entries[0] : undefined;
      return first && { span: first.span, says: 'a file keeps the parameters' };
    },
    once: true,
    absent: NO_HOST,
  },
];

function isParameters(keys: readonly string[]): boolean {
  return keys.some((key) => /^(?:vm|net)\./.test(key));
}
