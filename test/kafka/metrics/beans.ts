/** What an instance of its own has, and what stands for it in the data. */
const SAMPLES: Readonly<Record<string, string>> = {
  topic: 'orders',
  partition: '0',
  clientId: 'client-1',
  'client-id': 'client-1',
  brokerHost: '127.0.0.1',
  brokerPort: '9092',
  broker: '1',
  BrokerId: '1',
  'broker-id': '1',
  'node-id': 'node-1',
  'fetcher-id': '0',
  id: '1',
  listener: 'PLAINTEXT',
  networkProcessor: '0',
  processor: '0',
  version: '9',
  error: 'NONE',
  logDirectory: '/var/lib/kafka',
  clientSoftwareName: 'apache-kafka-java',
  clientSoftwareVersion: '4.0.0',
  featureName: 'metadataVersion',
  'feature-name': 'metadata-version',
  class: 'StandardAuthorizer',
};
/** Every type of request has the same MBeans; these are those that configurations single out. */
const REQUESTS = ['Produce', 'FetchConsumer', 'FetchFollower', 'Metadata'];

/** The MBeans of Kafka by name, without their instances: those of the lines that the exporter was made to show. */
export function beansIn(exposition: string): Map<string, Set<string>> {
  const beans = new Map<string, Set<string>>();
  for (const line of exposition.split('\n')) {
    const label = /^seen\{bean="(.*?)",?\} 1\.0$/.exec(line)?.[1];
    const text = label?.replace(/\\(.)/g, '$1');
    const [, domain = '', properties = '', keys = '', attribute = '', value = ''] =
      /^(kafka\.[\w.]+)<([^>]*)>(<[^>]*>)(.*?): (.*)$/.exec(text ?? '') ?? [];
    if (domain === '') continue;
    const request = /request=(\w+)/.exec(properties)?.[1];
    if (request !== undefined && !REQUESTS.includes(request)) continue;
    const name = `${domain}<${properties.split(', ').map(sampled).join(', ')}>${keys}`;
    const isNumber = /^(?:-?\d+(?:\.\d+)?(?:E-?\d+)?|NaN|-?Infinity|true|false)$/.test(value);
    const attributes = beans.get(name) ?? new Set();
    attributes.add(isNumber ? attribute : `${attribute}:`);
    beans.set(name, attributes);
  }
  return beans;
}

function sampled(property: string): string {
  const [key = '', ...value] = property.split('=');
  // The share groups' and the features' own keys are few; what is named by a number or a class is of the run.
  return `${key}=${SAMPLES[key] ?? value.join('=')}`;
}

/** A configuration that takes everything under one name, with what a rule would see as its label. */
export const EVERYTHING = `lowercaseOutputName: false
rules:
  - pattern: '^(.*)$'
    name: seen
    type: GAUGE
    value: 1
    labels:
      bean: '$1'
`;
