/** One setting that a host for brokers should have. */
export interface WantedSetting {
  readonly key: string;
  readonly value: string;
  /** Why, in a sentence. */
  readonly reason: string;
}

/** A file of a host, and what belongs there. */
export interface WantedFile {
  /** Who reads it. */
  readonly reader: 'sysctl' | 'limits' | 'unit';
  /** Below the folder that the files are written to. */
  readonly path: string;
  /** Where it belongs on a host, how it takes effect, and how it is undone. */
  readonly head: readonly string[];
  readonly settings: readonly WantedSetting[];
  line(setting: WantedSetting): string;
}

export const WANTED: readonly WantedFile[] = [
  {
    reader: 'sysctl',
    path: 'sysctl.d/90-kafka.conf',
    head: [
      'Kernel parameters for the hosts of Kafka brokers.',
      'Copy to /etc/sysctl.d/90-kafka.conf, then run: sysctl --system',
      'Undo: remove the file, and restart the machine.',
    ],
    settings: [
      {
        key: 'vm.swappiness',
        value: '1',
        reason: 'A heap in swap stalls the broker; 0 could end in the kernel killing it.',
      },
      {
        key: 'vm.dirty_background_ratio',
        value: '5',
        reason: 'Written pages go to disk early and steadily, not in long stalls.',
      },
      {
        key: 'vm.max_map_count',
        value: '262144',
        reason: 'Each log segment uses two memory maps; the kernel has 65530 by default.',
      },
    ],
    line: ({ key, value }) => `${key} = ${value}`,
  },
  {
    reader: 'unit',
    path: 'kafka.service.d/90-kafka.conf',
    head: [
      'Limits of the service kafka.service, over what its unit says.',
      'Copy to /etc/systemd/system/kafka.service.d/90-kafka.conf, then run: systemctl daemon-reload && systemctl restart kafka',
      'Undo: remove the file, and run both again.',
    ],
    settings: [
      {
        key: 'nofile',
        value: '100000',
        reason: 'Kafka recommends at least 100000 open files; limits.conf does not reach services.',
      },
    ],
    line: ({ value }) => `LimitNOFILE=${value}`,
  },
  {
    reader: 'limits',
    path: 'limits.d/90-kafka.conf',
    head: [
      'Limits of the user kafka when it logs in, for brokers that are started by hand.',
      'Copy to /etc/security/limits.d/90-kafka.conf, and log in again.',
      'Undo: remove the file, and log in again.',
    ],
    settings: [
      { key: 'nofile', value: '100000', reason: 'The same limit as for the service, so that tools behave alike.' },
    ],
    line: ({ value }) => `kafka - nofile ${value}`,
  },
];
