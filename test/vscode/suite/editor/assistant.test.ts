import { deepEqual, match, ok } from 'node:assert/strict';
import { LanguageModelTextPart, lm } from 'vscode';

async function ask(tool: string, input: object): Promise<string> {
  const { content } = await lm.invokeTool(tool, { input, toolInvocationToken: undefined });
  return content.map((part) => (part instanceof LanguageModelTextPart ? part.value : '')).join('');
}

describe('the tools for assistants', () => {
  it('are offered, each with a description', () => {
    const own = [
      'cluster_facts',
      'consumer_lag',
      'explain_kafka_key',
      'explain_rule',
      'lint_kafka_config',
      'suggest_fixes',
    ];
    const offered = lm.tools.filter(({ name }) => own.includes(name));
    deepEqual(offered.map(({ name }) => name).sort(), own);
    ok(offered.every(({ description }) => description.length > 40));
  });

  it('lint a file of the workspace', async () => {
    const told = JSON.parse(await ask('lint_kafka_config', { path: 'clients/producer.properties' }));
    const rules = told.findings.map(({ rule }: { rule: string }) => rule);
    ok(rules.includes('producer/idempotence-conflict'));
    match(await ask('suggest_fixes', { path: 'clients/producer.properties' }), /"newText"/);
  });

  it('lint a text that is not written yet', async () => {
    const text = 'bootstrap.servers=a:9092\nacks=all\nlingr.ms=20\n';
    match(await ask('lint_kafka_config', { path: 'new.properties', text }), /unknown-key/);
  });

  it('read nothing outside of the workspace', async () => {
    match(await ask('lint_kafka_config', { path: '/etc/hostname' }), /not a file of this workspace/);
  });

  it('explain keys and rules', async () => {
    match(await ask('explain_kafka_key', { key: 'linger.ms', role: 'producer', kafkaVersion: '3.9' }), /Default: `0`/);
    match(await ask('explain_rule', { rule: 'producer/no-batching' }), /^# producer\/no-batching/);
    match(await ask('explain_rule', { rule: '../../package' }), /no rule/);
  });

  it('say that no cluster is connected', async () => {
    match(await ask('consumer_lag', {}), /Add a Cluster|"connection":"disconnected"/);
  });
});
