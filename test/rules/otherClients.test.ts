import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { lint } from '../../server/src/engine/lint';
import { parseDocument } from '../../server/src/formats/registry';
import type { FoundVersions } from '../../server/src/model/version';
import { fileFor } from '../support/goProgram';

/** What the libraries themselves were recorded to say (npm run judge:clients). */
function verdicts(name: string): string[][] {
  const text = readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
}

function errorsIn(path: string, text: string, found?: FoundVersions): string[] {
  const document = parseDocument({ uri: `file://${path}`, path, text, ...(found && { hints: { found } }) });
  assert.ok(document && document.scopes.length > 0, text);
  const { findings, failures } = lint(document, { severityOf: () => undefined });
  assert.deepEqual(failures, []);
  return findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
}

describe('errors about clients in Python and Go', () => {
  const CLASSES: Readonly<Record<string, readonly [module: string, prefix: string]>> = {
    'kafka-python': ['kafka', 'Kafka'],
    aiokafka: ['aiokafka', 'AIOKafka'],
  };

  for (const [library = '', role = '', options = '', verdict = ''] of verdicts('python-verdicts.tsv')) {
    it(`are what ${library} raises: ${role} ${options}`, () => {
      const [module, prefix] = CLASSES[library] ?? assert.fail(library);
      const name = `${prefix}${role === 'producer' ? 'Producer' : 'Consumer'}`;
      const text = `from ${module} import ${name}\n\nclient = ${name}(bootstrap_servers="b:9092", ${options})\n`;
      const errors = errorsIn('/p/app.py', text, { packages: { 'kafka-python': '3.0', aiokafka: '0.14' } });
      assert.equal(errors.length > 0, verdict !== 'fine', `${verdict} <> ${errors}`);
    });
  }

  for (const [maker = '', options = '', verdict = ''] of verdicts('go-verdicts.tsv')) {
    it(`are what ${maker} returns or panics with: ${options}`, () => {
      const errors = errorsIn('/p/main.go', fileFor(maker, options));
      assert.equal(errors.length > 0, verdict !== 'fine', `${verdict} <> ${errors}`);
    });
  }

  it('know the releases that a project pins', () => {
    const text = 'from kafka import KafkaProducer\n\np = KafkaProducer(buffer_memory=1, delivery_timeout_ms=1)\n';
    assert.deepEqual(errorsIn('/p/app.py', text), []);
    const of = (version: '2.0' | '2.2') => errorsIn('/p/app.py', text, { packages: { 'kafka-python': version } });
    assert.equal(of('2.0').filter((message) => message.includes('delivery_timeout_ms')).length, 1);
    assert.equal(of('2.2').filter((message) => message.includes('buffer_memory')).length, 1);
  });
});
