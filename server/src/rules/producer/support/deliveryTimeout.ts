import type { Reader } from '../../../catalogue/reader';

/** Whether Kafka accepts such a value beside the others: delivery.timeout.ms has to cover linger.ms and a request. */
export function fitsDeliveryTimeout(reader: Reader, key: string, value: number): boolean {
  const delivery = reader.setNumber('delivery.timeout.ms')?.value;
  const linger = key === 'linger.ms' ? value : reader.number('linger.ms');
  const request = key === 'request.timeout.ms' ? value : reader.number('request.timeout.ms');
  return delivery === undefined || request === undefined || linger === undefined || delivery >= linger + request;
}
