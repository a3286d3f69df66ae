import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { tableOf } from '../../model/tableOf';
import type { ScopeRule } from '../rule';
import { readBy } from './support/readers';

/** The kernel's own largest sizes, and the setting of Kafka that hands the choice to the kernel. */
const KEYS: Readonly<Record<string, { readonly standard: number; readonly setting: string }>> = tableOf({
  'net.ipv4.tcp_rmem': { standard: 6_291_456, setting: 'socket.receive.buffer.bytes' },
  'net.ipv4.tcp_wmem': { standard: 4_194_304, setting: 'socket.send.buffer.bytes' },
});

export const rule: ScopeRule = {
  id: 'os/tcp-buffers-defeated',
  summary: "Kafka's sockets do not use the TCP buffers that the kernel is given",
  severity: 'hint',
  roles: ['host'],
  sources: ['tcp(7), tcp_rmem and tcp_wmem', 'SocketServerConfigs (socket.receive.buffer.bytes, default 102400)'],
  *check(reader: Reader): Iterable<Report> {
    if (readBy(reader, 'container')) return;
    for (const [key, { standard, setting }] of Object.entries(KEYS)) {
      const found = reader.setString(key);
      const largest = Number(/^\d+\s+\d+\s+(\d+)$/.exec(found?.value.trim() ?? '')?.[1]);
      if (!found || !(largest > standard)) continue;
      const message = `A broker does not use this ${key}: ${setting} sets its buffers to 102400 bytes by default. With -1 the kernel chooses them.`;
      yield { span: found.entry.keySpan, message };
    }
  },
};
