import type { Reader } from '../../../catalogue/reader';
import type { MachineReader } from '../../../model/machine';

/** What the scope's settings are read by; nothing for what is no machine's. */
export function readBy(reader: Reader, ...readers: readonly MachineReader[]): boolean {
  const { machine } = reader.scope;
  return machine !== undefined && readers.includes(machine.reader);
}

/** A file of the kernel's parameters that is made for Kafka: what it leaves out, nobody has thought of. */
export function tunesKernel(reader: Reader): boolean {
  const { machine, entries } = reader.scope;
  const tunes = entries.filter(({ key }) => key.startsWith('vm.')).length;
  return machine?.dedicated === true && readBy(reader, 'sysctl') && tunes > 0;
}
