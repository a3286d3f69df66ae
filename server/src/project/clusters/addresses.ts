import { type Bootstrap, bootstrapIn, isLoopback } from '../../rules/project/support/endpoints';

export type Address = Bootstrap;
export const addressesOf = bootstrapIn;
export { isLoopback };

/** True for a name that means the same wherever the file lies: not this machine, nor a name of a network of containers. */
export function isGlobal(host: string): boolean {
  return (host.includes('.') && !isLoopback(host)) || host.endsWith('-kafka-bootstrap');
}
