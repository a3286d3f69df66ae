import { tableOf } from '../../model/tableOf';
import type { MachineSetting } from './setting';

const JAVA = 'https://docs.oracle.com/en/java/javase/17/docs/specs/man/java.html';

const size = (description: string): MachineSetting => ({
  type: 'STRING',
  default: null,
  importance: 'HIGH',
  description,
  url: JAVA,
});
const flag = (standard: string | null, description: string): MachineSetting => ({
  type: 'BOOLEAN',
  default: standard,
  importance: 'MEDIUM',
  description,
  url: JAVA,
});
const number = (standard: string | null, description: string): MachineSetting => ({
  type: 'STRING',
  default: standard,
  importance: 'MEDIUM',
  description,
  url: JAVA,
});

/** The flags of the JVM that people set for Kafka, as JDK 17 has them. */
export const JVM_SETTINGS: Readonly<Record<string, MachineSetting>> = tableOf({
  '-Xmx': size(
    'The largest heap. Kafka gives a broker 1 GB unless KAFKA_HEAP_OPTS says otherwise, and recommends 6 GB for busy ones: the rest of the memory serves as page cache.',
  ),
  '-Xms': size('The heap to start with. The same as -Xmx keeps the JVM from growing it under load.'),
  '-Xmn': size('The size of the young generation; it keeps G1 from meeting its goal for pauses.'),
  '-Xss': size('The stack of each thread.'),
  '-XX:MaxDirectMemorySize': size('Memory outside the heap that network buffers may take; as much as -Xmx by default.'),
  '-XX:MaxRAMPercentage': number('25', 'The largest heap as a percentage of the memory, where -Xmx is not set.'),
  '-XX:InitialRAMPercentage': number('1.5625', 'The first heap as a percentage of the memory, where -Xms is not set.'),
  '-XX:MetaspaceSize': size('How much of classes and methods is loaded before the first collection because of it.'),
  '-XX:UseG1GC': flag('true', 'The collector that Kafka uses; the JVM takes it on machines of a server only.'),
  '-XX:UseZGC': flag('false', 'A collector with very short pauses, which takes more memory and processor time.'),
  '-XX:UseParallelGC': flag('false', 'A collector for throughput, whose pauses grow with the heap.'),
  '-XX:UseSerialGC': flag('false', 'A collector with one thread, for small heaps.'),
  '-XX:MaxGCPauseMillis': number('200', 'The goal of G1 for a pause. Kafka sets 20.'),
  '-XX:InitiatingHeapOccupancyPercent': number('45', 'How full the heap is when G1 starts to mark. Kafka sets 35.'),
  '-XX:G1HeapRegionSize': size('The size of a region of G1; objects of half a region and more are kept apart.'),
  '-XX:ExplicitGCInvokesConcurrent': flag('false', 'System.gc() runs beside the program instead of stopping it.'),
  '-XX:DisableExplicitGC': flag('false', 'System.gc() does nothing.'),
  '-XX:AlwaysPreTouch': flag('false', 'The JVM takes the whole heap from the kernel when it starts.'),
  '-XX:ExitOnOutOfMemoryError': flag('false', 'The process ends when memory runs out, so that it is started anew.'),
  '-XX:HeapDumpOnOutOfMemoryError': flag('false', 'Writes the heap into a file when memory runs out.'),
});
