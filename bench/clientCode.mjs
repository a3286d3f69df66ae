// A TypeScript file of a given length that reads like a service of many topics: a client, producers and consumers with
// options, handlers, and the plain code between them that has nothing to do with Kafka.
const HEAD = `import { CompressionTypes, Kafka, type EachMessagePayload, type KafkaMessage } from 'kafkajs';

interface Order {
  readonly id: string;
  readonly customer: string;
  readonly lines: readonly { readonly sku: string; readonly count: number; readonly price: number }[];
}

const brokers = (process.env.BROKERS ?? 'kafka-1:9092,kafka-2:9092').split(',');
const kafka = new Kafka({ clientId: 'orders', brokers, connectionTimeout: 3000 });
`;

/** One topic's code, with two findings: an acks that waits for one copy, and a loop that awaits each send. */
const part = (index) => `
// Topic ${index}: what is written to it and what is made of it.
const producer${index} = kafka.producer({ maxInFlightRequests: 5, idempotent: false, allowAutoTopicCreation: false });
const consumer${index} = kafka.consumer({ groupId: 'orders-${index}', sessionTimeout: 30000, maxBytesPerPartition: 1048576 });

function total${index}(order: Order): number {
  let sum = 0;
  for (const line of order.lines) {
    if (line.count <= 0) throw new RangeError(\`order \${order.id} has a line of \${line.count}\`);
    sum += line.count * line.price;
  }
  return Math.round(sum * 100) / 100;
}

function parse${index}(message: KafkaMessage): Order | undefined {
  if (!message.value) return undefined;
  const order = JSON.parse(message.value.toString()) as Order;
  return order.lines.length > 0 ? order : undefined;
}

export function summary${index}(orders: readonly Order[]): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  for (const order of orders) {
    const known = totals.get(order.customer) ?? 0;
    totals.set(order.customer, known + total${index}(order));
  }
  return totals;
}

export class Ledger${index} {
  private readonly entries = new Map<string, Order>();
  private revenue = 0;

  constructor(private readonly limit: number) {}

  record(order: Order): boolean {
    if (this.entries.has(order.id) || this.entries.size >= this.limit) return false;
    this.entries.set(order.id, order);
    this.revenue += total${index}(order);
    return true;
  }

  find(predicate: (order: Order) => boolean): readonly Order[] {
    return [...this.entries.values()].filter(predicate).sort((a, b) => a.id.localeCompare(b.id));
  }

  toString(): string {
    return \`\${this.entries.size} orders, \${(this.revenue / 100).toFixed(2)}\`;
  }
}

export async function publish${index}(orders: readonly Order[]): Promise<void> {
  await producer${index}.connect();
  for (const order of orders) {
    await producer${index}.send({
      topic: 'orders-${index}',
      acks: 1,
      compression: CompressionTypes.GZIP,
      messages: [{ key: order.customer, value: JSON.stringify({ ...order, total: total${index}(order) }) }],
    });
  }
}

export async function consume${index}(store: (order: Order) => Promise<void>): Promise<void> {
  await consumer${index}.connect();
  await consumer${index}.subscribe({ topic: 'orders-${index}', fromBeginning: true });
  await consumer${index}.run({
    partitionsConsumedConcurrently: 3,
    eachMessage: async ({ message }: EachMessagePayload) => {
      const order = parse${index}(message);
      if (order) await store(order);
    },
  });
}
`;

/** As many parts as it takes; the last one is whole, so that the file parses, and the rest are lines of comment. */
export function clientCode(lines) {
  let text = HEAD;
  for (let index = 0; linesIn(text + part(index)) <= lines; index++) text += part(index);
  return `${text}${'// The end.\n'.repeat(lines - linesIn(text))}`;
}

function linesIn(text) {
  return text.split('\n').length - 1;
}
