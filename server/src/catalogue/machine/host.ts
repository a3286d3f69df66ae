import { tableOf } from '../../model/tableOf';
import type { MachineSetting } from './setting';

const VM = 'https://docs.kernel.org/admin-guide/sysctl/vm.html#';
const NET = 'https://docs.kernel.org/admin-guide/sysctl/net.html#';
const IP = 'https://docs.kernel.org/networking/ip-sysctl.html';
const FS = 'https://docs.kernel.org/admin-guide/sysctl/fs.html#';
const LIMITS = 'https://man7.org/linux/man-pages/man2/getrlimit.2.html';
const QUEUE = 'https://docs.kernel.org/block/queue-sysfs.html';

/** The schedulers of the block layer since Linux 5.0, and `deadline`, which is still another name of mq-deadline. */
export const SCHEDULERS: readonly string[] = ['none', 'mq-deadline', 'kyber', 'bfq', 'deadline'];

/** What Kafka asks of a host, and what its operators set there: facts of Linux, whatever runs on it. */
export const HOST_SETTINGS: Readonly<Record<string, MachineSetting>> = tableOf({
  'vm.swappiness': {
    type: 'INT',
    default: '60',
    // Linux before 5.8 takes 100 at most.
    range: ['0', '200'],
    importance: 'HIGH',
    description:
      'How readily the kernel swaps pages of programs out instead of dropping pages of files. Kafka recommends 1: it lives on the page cache, and a heap that is swapped out stalls the broker.',
    url: `${VM}swappiness`,
  },
  'vm.dirty_background_ratio': {
    type: 'INT',
    default: '10',
    range: ['0', '100'],
    importance: 'HIGH',
    description:
      'Percentage of available memory that written pages may take before the kernel starts to write them to disk in the background. A low value, such as 5, keeps the writing steady.',
    url: `${VM}dirty-background-ratio`,
  },
  'vm.dirty_ratio': {
    type: 'INT',
    default: '20',
    range: ['0', '100'],
    importance: 'HIGH',
    description:
      'Percentage of available memory that written pages may take before a program that writes has to wait for the disk. Operators of replicated clusters set 60 to 80, always with a low vm.dirty_background_ratio.',
    url: `${VM}dirty-ratio`,
  },
  'vm.dirty_background_bytes': {
    type: 'LONG',
    default: '0',
    range: ['0'],
    importance: 'LOW',
    description: 'The same as vm.dirty_background_ratio in bytes; the one that is written last sets the other to 0.',
    url: `${VM}dirty-background-bytes`,
  },
  'vm.dirty_bytes': {
    type: 'LONG',
    default: '0',
    range: ['0'],
    importance: 'LOW',
    description: 'The same as vm.dirty_ratio in bytes; the one that is written last sets the other to 0.',
    url: `${VM}dirty-bytes`,
  },
  'vm.dirty_expire_centisecs': {
    type: 'INT',
    default: '3000',
    range: ['0'],
    importance: 'LOW',
    description: 'Age in hundredths of a second from which written pages go to disk with the next round.',
    url: `${VM}dirty-expire-centisecs`,
  },
  'vm.dirty_writeback_centisecs': {
    type: 'INT',
    default: '500',
    range: ['0'],
    importance: 'LOW',
    description: 'Hundredths of a second between two rounds of writing pages to disk; 0 switches the rounds off.',
    url: `${VM}dirty-writeback-centisecs`,
  },
  'vm.max_map_count': {
    type: 'INT',
    default: '65530',
    range: ['0'],
    importance: 'HIGH',
    description:
      'Memory map areas that one process may have. Kafka maps two files a log segment, so that a broker with many partitions fails with "Map failed" under the default.',
    url: `${VM}max-map-count`,
  },
  'vm.overcommit_memory': {
    type: 'INT',
    default: '0',
    range: ['0', '2'],
    importance: 'LOW',
    description: 'Whether the kernel promises more memory than there is: by a guess (0), always (1) or never (2).',
    url: `${VM}overcommit-memory`,
  },
  'vm.vfs_cache_pressure': {
    type: 'INT',
    default: '100',
    range: ['0'],
    importance: 'LOW',
    description: 'How readily the kernel gives up what it remembers of folders and files.',
    url: `${VM}vfs-cache-pressure`,
  },
  'vm.min_free_kbytes': {
    type: 'INT',
    range: ['0'],
    default: null,
    importance: 'LOW',
    description: 'Kilobytes that the kernel keeps free; it computes the default from the size of the memory.',
    url: `${VM}min-free-kbytes`,
  },
  'net.core.rmem_max': {
    type: 'INT',
    default: '212992',
    range: ['1'],
    importance: 'MEDIUM',
    description:
      'The largest receive buffer that a program may ask for. It bounds socket.receive.buffer.bytes and receive.buffer.bytes of Kafka, unless these are -1.',
    url: `${NET}rmem-max`,
  },
  'net.core.wmem_max': {
    type: 'INT',
    default: '212992',
    range: ['1'],
    importance: 'MEDIUM',
    description:
      'The largest send buffer that a program may ask for. It bounds socket.send.buffer.bytes and send.buffer.bytes of Kafka, unless these are -1.',
    url: `${NET}wmem-max`,
  },
  'net.core.rmem_default': {
    type: 'INT',
    default: '212992',
    range: ['1'],
    importance: 'LOW',
    description: 'The receive buffer of sockets that have no setting of their own; TCP uses net.ipv4.tcp_rmem.',
    url: `${NET}rmem-default`,
  },
  'net.core.wmem_default': {
    type: 'INT',
    default: '212992',
    range: ['1'],
    importance: 'LOW',
    description: 'The send buffer of sockets that have no setting of their own; TCP uses net.ipv4.tcp_wmem.',
    url: `${NET}wmem-default`,
  },
  'net.core.netdev_max_backlog': {
    type: 'INT',
    default: '1000',
    range: ['0'],
    importance: 'LOW',
    description: 'Packets that wait for the kernel when a network card is faster than it.',
    url: `${NET}netdev-max-backlog`,
  },
  'net.core.somaxconn': {
    type: 'INT',
    default: '4096',
    range: ['0'],
    importance: 'LOW',
    description: 'Connections that may wait to be accepted; it bounds socket.listen.backlog.size of a broker.',
    url: IP,
  },
  'net.ipv4.tcp_rmem': {
    type: 'STRING',
    default: '4096 131072 6291456',
    numbers: 3,
    importance: 'MEDIUM',
    description:
      'Least, initial and largest receive buffer that TCP chooses automatically. It does not hold for a socket whose program sets a size, as Kafka does unless socket.receive.buffer.bytes is -1.',
    url: IP,
  },
  'net.ipv4.tcp_wmem': {
    type: 'STRING',
    default: '4096 16384 4194304',
    numbers: 3,
    importance: 'MEDIUM',
    description:
      'Least, initial and largest send buffer that TCP chooses automatically. It does not hold for a socket whose program sets a size, as Kafka does unless socket.send.buffer.bytes is -1.',
    url: IP,
  },
  'net.ipv4.tcp_window_scaling': {
    type: 'INT',
    default: '1',
    range: ['0', '1'],
    importance: 'LOW',
    description: 'Allows TCP windows of more than 64 KiB; off, no buffer size helps a long connection.',
    url: IP,
  },
  'net.ipv4.tcp_max_syn_backlog': {
    type: 'INT',
    default: null,
    range: ['0'],
    importance: 'LOW',
    description: 'Connections of a listener whose client has not answered yet.',
    url: IP,
  },
  'net.ipv4.tcp_keepalive_time': {
    type: 'INT',
    default: '7200',
    range: ['1'],
    importance: 'LOW',
    description: 'Seconds for which a connection is idle before TCP asks whether the other side is still there.',
    url: IP,
  },
  'net.ipv4.tcp_slow_start_after_idle': {
    type: 'INT',
    default: '1',
    range: ['0', '1'],
    importance: 'LOW',
    description: 'Whether an idle connection starts slowly again; 0 helps producers that send in bursts.',
    url: IP,
  },
  'fs.file-max': {
    type: 'LONG',
    default: null,
    range: ['0'],
    importance: 'MEDIUM',
    description: 'Files that all programs of the machine may have open together.',
    url: `${FS}file-max-file-nr`,
  },
  'fs.nr_open': {
    type: 'INT',
    default: '1048576',
    range: ['0'],
    importance: 'LOW',
    description: 'The largest limit of open files that a process may be given; limits above it are refused.',
    url: `${FS}nr-open`,
  },
  nofile: {
    type: 'STRING',
    default: '1024:524288',
    importance: 'HIGH',
    description:
      'Files and sockets that a process may have open. Kafka recommends at least 100000 for a broker: it keeps three files a log segment open, and a socket a connection.',
    url: LIMITS,
  },
  nproc: {
    type: 'STRING',
    default: null,
    importance: 'LOW',
    description: 'Threads that the user may have; a broker has some hundreds.',
    url: LIMITS,
  },
  memlock: {
    type: 'STRING',
    default: null,
    importance: 'LOW',
    description: 'Kilobytes of memory that a process may keep from being swapped out.',
    url: LIMITS,
  },
  'queue/scheduler': {
    type: 'STRING',
    default: null,
    oneOf: SCHEDULERS,
    importance: 'MEDIUM',
    description:
      'How the kernel orders requests to a disk: none for NVMe, mq-deadline for SSDs and disks on SATA or SAS. deadline is an old name of mq-deadline; noop and cfq are gone since Linux 5.0.',
    url: 'https://docs.kernel.org/block/switching-sched.html',
  },
  'queue/read_ahead_kb': {
    type: 'INT',
    default: '128',
    range: ['0'],
    importance: 'LOW',
    description: 'Kilobytes that the kernel reads in advance of what a program asks for.',
    url: QUEUE,
  },
});
