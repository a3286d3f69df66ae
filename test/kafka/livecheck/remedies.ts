/** What a person would write, where the page has no fix since only a person can know: by rule, line by line. */
const REMEDIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'broker/advertised-listeners-invalid': {
    'advertised.listeners=PLAINTEXT://0.0.0.0:9092': 'advertised.listeners=PLAINTEXT://localhost:9092',
    'listeners=PLAINTEXT://0.0.0.0:9092': 'listeners=PLAINTEXT://localhost:9092',
    'advertised.listeners=SSL://kafka-1.example.org:9093': 'advertised.listeners=PLAINTEXT://kafka-1.example.org:9092',
  },
  'broker/controller-listener-placement': {
    'listeners=PLAINTEXT://:9092,CONTROLLER://:9093': 'listeners=CONTROLLER://:9093',
  },
  'broker/kraft-node-id-voters': {
    'node.id=1': 'node.id=4',
    'controller.quorum.voters=c1:9093': 'controller.quorum.voters=1@c1:9093',
  },
  'broker/listeners-invalid': {
    'listeners=PLAINTEXT://:9092,SSL://:9092': 'listeners=PLAINTEXT://:9092,SSL://:9093',
  },
  'kafka/rejected-combination': {
    'log.retention.hours=0': 'log.retention.hours=168',
    'log.cleaner.threads=128': 'log.cleaner.threads=1',
  },
};

/** The text with the remedies of the rule; throws where there is none, so that no new example goes unchecked. */
export function remedied(rule: string, text: string): string {
  const remedies = REMEDIES[rule] ?? {};
  const lines = text.split('\n').map((line) => remedies[line] ?? line);
  const result = lines.join('\n');
  if (result === text) throw new Error(`remedies.ts has no remedy for this example of ${rule}:\n${text}`);
  return result;
}
