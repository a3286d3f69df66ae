/** A function in Go that makes a client as a scenario says: what the judge runs, and what the tests lint. */
export function programFor(maker: string, options: string): string[] {
  const parts = options.split('; ').filter((part) => part !== '');
  if (maker.startsWith('sarama.')) {
    const before = maker === 'sarama.NewConsumerGroup' ? 'brokers, "billing", config' : 'brokers, config';
    return ['config := sarama.NewConfig()', ...parts, `client, err := ${maker}(${before})`];
  }
  if (maker === 'kgo.NewClient') return [`client, err := kgo.NewClient(${parts.join(', ')})`];
  return [`client := ${maker}(${maker.replace('New', '')}Config{${parts.join(', ')}})`];
}

const PATHS: Readonly<Record<string, string>> = {
  sarama: 'github.com/IBM/sarama',
  kafka: 'github.com/segmentio/kafka-go',
  kgo: 'github.com/twmb/franz-go/pkg/kgo',
};

/** The whole file. */
export function fileFor(maker: string, options: string): string {
  const lines = programFor(maker, options).map((line) => `\t${line}`);
  const path = PATHS[maker.split('.')[0] ?? ''];
  return `package main\n\nimport (\n\t"time"\n\n\t"${path}"\n)\n\nfunc main() {\n\tbrokers := []string{"127.0.0.1:1"}\n${lines.join('\n')}\n}\n`;
}
