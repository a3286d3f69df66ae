import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';

const ROOT = join(__dirname, '..', '..');

describe('the server for assistants', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kafka-lint-mcp-'));
  const project = join(folder, 'project');
  const client = new Client({ name: 'test', version: '1' });
  const call = async (name: string, args: Readonly<Record<string, unknown>>): Promise<CallToolResult> =>
    (await client.callTool({ name, arguments: args })) as CallToolResult;
  const textOf = ({ content: [first] }: CallToolResult): string => (first?.type === 'text' ? first.text : '');

  before(async function () {
    this.timeout(120_000);
    // What is shipped: bundles, with the pages of the rules beside them.
    execFileSync(process.execPath, [join(ROOT, 'scripts', 'build.mjs')]);
    mkdirSync(project);
    writeFileSync(join(project, 'producer.properties'), 'bootstrap.servers=a:9092\nacks=all\nlingr.ms=20\n');
    writeFileSync(join(project, 'secret.properties'), `${LOGIN}\nlingr.ms=20\n`);
    writeFileSync(join(folder, 'outside.properties'), 'bootstrap.servers=a:9092\nacks=1\n');
    symlinkSync(join(folder, 'outside.properties'), join(project, 'link.properties'));
    const args = [join(ROOT, 'dist', 'cli.js'), 'mcp'];
    await client.connect(new StdioClientTransport({ command: process.execPath, args, cwd: project }));
  });
  after(async () => {
    await client.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('says of each tool that it only reads', async () => {
    const { tools } = await client.listTools();
    assert.deepEqual(tools.map(({ name }) => name).sort(), [
      'explain_kafka_key',
      'explain_rule',
      'lint_kafka_config',
      'suggest_fixes',
    ]);
    assert.ok(tools.every(({ annotations }) => annotations?.readOnlyHint === true));
  });

  it('lints a file, and a text in its place', async () => {
    const onDisk = await call('lint_kafka_config', { path: 'producer.properties' });
    const [finding] = (onDisk.structuredContent as { findings: { rule: string; line: number }[] }).findings;
    assert.deepEqual([finding?.rule, finding?.line], ['properties/unknown-key', 3]);
    const text = 'bootstrap.servers=a:9092\nacks=all\nlinger.ms=20\ncompression.type=lz4\n';
    const inPlace = await call('lint_kafka_config', { path: 'producer.properties', text });
    assert.doesNotMatch(textOf(inPlace), /unknown-key/);
    assert.match(textOf(inPlace), /"role": "producer"/);
  });

  it('gives fixes as edits, and the fixed text only to who gave the text', async () => {
    const onDisk = await call('suggest_fixes', { path: 'producer.properties' });
    assert.match(textOf(onDisk), /"newText": "linger.ms"/);
    assert.doesNotMatch(textOf(onDisk), /fixedText/);
    const text = 'bootstrap.servers=a:9092\nacks=all\nlinger.ms=10\nlinger.ms=20\n';
    const own = await call('suggest_fixes', { path: 'producer.properties', text });
    assert.match(textOf(own), /"fixedText": "[^"]*\\nlinger\.ms=20/);
  });

  it('repeats no secret of a file', async () => {
    for (const tool of ['lint_kafka_config', 'suggest_fixes']) {
      const answer = textOf(await call(tool, { path: 'secret.properties' }));
      assert.match(answer, /unknown-key/);
      assert.doesNotMatch(answer, /hunter2-of-ours/);
    }
  });

  it('reads nothing outside of its folder, whatever leads there', async () => {
    for (const path of ['../outside.properties', join(folder, 'outside.properties'), 'link.properties']) {
      const answer = await call('lint_kafka_config', { path });
      assert.equal(answer.isError, true, path);
      assert.match(textOf(answer), /is not below/);
    }
  });

  it('explains keys and rules, and says when there is none', async () => {
    const key = textOf(await call('explain_kafka_key', { key: 'linger.ms', kafkaVersion: '3.9' }));
    assert.match(key, /## linger\.ms \(producer, Kafka 3\.9\)[\s\S]*Default: `0`/);
    assert.equal((await call('explain_kafka_key', { key: 'lingr.ms' })).isError, true);
    assert.match(textOf(await call('explain_rule', { rule: 'producer/no-batching' })), /^# /m);
    assert.equal((await call('explain_rule', { rule: '../../../etc/passwd' })).isError, true);
  });

  it('offers each rule as a resource', async () => {
    const { resources } = await client.listResources();
    const one = resources.find(({ name }) => name === 'producer/no-batching');
    const { contents } = await client.readResource({ uri: one?.uri ?? '' });
    assert.match(String(contents[0] && 'text' in contents[0] && contents[0].text), /^# /m);
  });
});

const LOGIN = [
  'bootstrap.servers=a:9092',
  'acks=all',
  'security.protocol=SASL_SSL',
  'sasl.mechanism=PLAIN',
  'sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="u" password="hunter2-of-ours"',
].join('\n');
