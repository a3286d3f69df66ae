import { equal, ok } from 'node:assert/strict';
import { ConfigurationTarget, DiagnosticSeverity, workspace } from 'vscode';
import { openWith, uriOf } from '../support/files';
import { findings, ruleOf } from '../support/findings';

const TEXT = 'bootstrap.servers=kafka:9092\nkey.serializer=a.B\nbatch.size=0\nlinger.ms=0\n';
const RULE = 'producer/no-batching';

const setting = (name: string, value: unknown) =>
  workspace.getConfiguration('kafkaLint').update(name, value, ConfigurationTarget.Workspace);

describe('settings', () => {
  it('switch a rule off, and change its severity, in files that are open', async () => {
    const { document } = await openWith('settings/producer.properties', TEXT);
    await findings(document.uri, (rules) => rules.includes(RULE));
    try {
      await setting('rules', { [RULE]: 'off' });
      await findings(document.uri, (rules) => !rules.includes(RULE));
      await setting('rules', { [RULE]: 'error' });
      const found = await findings(document.uri, (rules) => rules.includes(RULE));
      equal(found.find((one) => ruleOf(one) === RULE)?.severity, DiagnosticSeverity.Error);
    } finally {
      await setting('rules', undefined);
    }
  });

  it('come from .kafka-lint.json too, as the command line reads it', async () => {
    const { document } = await openWith('settings/producer.properties', TEXT);
    await findings(document.uri, (rules) => rules.includes(RULE));
    const file = uriOf('.kafka-lint.json');
    await workspace.fs.writeFile(file, new TextEncoder().encode(JSON.stringify({ rules: { [RULE]: 'off' } })));
    await findings(document.uri, (rules) => !rules.includes(RULE));
    await workspace.fs.delete(file);
    ok((await findings(document.uri, (rules) => rules.includes(RULE))).length > 0);
  });
});
