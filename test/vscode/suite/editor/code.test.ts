import { match, ok } from 'node:assert/strict';
import {
  type CompletionItem,
  type CompletionList,
  commands,
  type Hover,
  type InlayHint,
  MarkdownString,
  type SemanticTokensLegend,
  type TextDocument,
  workspace,
} from 'vscode';
import { actionsAt, take } from '../support/actions';
import { open, openWith, rangeOf, replace } from '../support/files';
import { findings, rulesAt } from '../support/findings';

const ask = <Answer>(command: string, document: TextDocument, ...rest: unknown[]): Thenable<Answer> =>
  commands.executeCommand<Answer>(`vscode.${command}`, document.uri, ...rest);

const labelOf = ({ label }: CompletionItem): string => (typeof label === 'string' ? label : label.label);

describe('what the editor knows of KafkaJS', () => {
  it('shows on hover what an option does, in TypeScript and in JavaScript', async () => {
    for (const [path, option, meaning] of [
      ['node/producer.ts', 'connectionTimeout', /How long a TCP connection/],
      ['node/producer.ts', 'acks', /ignored by KafkaJS/],
      ['node/consumer.js', 'sessionTimeout', /`6000` = 6 s/],
    ] as const) {
      const { document } = await open(path);
      await findings(document.uri);
      const hovers = await ask<Hover[]>('executeHoverProvider', document, rangeOf(document, option).start);
      const text = hovers.flatMap(({ contents }) =>
        contents.map((one) => (one instanceof MarkdownString ? one.value : String(one))),
      );
      match(text.join('\n'), meaning);
    }
  });

  it('completes options inside of their objects, and nothing elsewhere', async () => {
    const { document } = await openWith('code/complete.ts', TEXT);
    await findings(document.uri, () => true);
    const at = async (place: string) =>
      (await ask<CompletionList>('executeCompletionItemProvider', document, rangeOf(document, place).end)).items.filter(
        isOurs,
      );
    const inside = await at('groupId: "billing", ');
    ok(inside.map(labelOf).includes('sessionTimeout'), 'sessionTimeout is offered');
    ok(!inside.map(labelOf).includes('groupId'), 'groupId is set already');
    const elsewhere = await at('const other = { ');
    ok(elsewhere.length === 0, elsewhere.map(labelOf).join(' '));
  });

  it('hints at units behind durations and sizes', async () => {
    const { document } = await open('node/consumer.js');
    await findings(document.uri);
    const hints = await ask<InlayHint[]>('executeInlayHintProvider', document, rangeOf(document, document.getText()));
    const labels = hints.map(({ label }) =>
      typeof label === 'string' ? label : label.map((one) => one.value).join(''),
    );
    ok(labels.includes('6 s') && labels.includes('1 KiB'), labels.join(', '));
  });

  it('fixes what KafkaJS ignores', async () => {
    const { document } = await openWith('code/fix.ts', `${TEXT}kafka.producer({ lingerMs: 5 });\n`);
    await findings(document.uri, (rules) => rules.includes('kafkajs/unknown-option'));
    await take(await actionsAt(document, rangeOf(document, 'lingerMs')), 'Remove lingerMs (it has no effect)');
    await findings(document.uri, (rules) => !rules.includes('kafkajs/unknown-option'));
    ok(!document.getText().includes('lingerMs'));
  });

  it("leaves the language's own colours alone", async () => {
    const { document } = await open('node/producer.ts');
    await findings(document.uri);
    const legend = await ask<SemanticTokensLegend | undefined>('provideDocumentSemanticTokensLegend', document);
    ok(!legend || legend.tokenTypes.includes('typeParameter'), legend?.tokenTypes.join(' '));
  });

  it('says nothing of code that has nothing to do with Kafka', async () => {
    const editor = await openWith('code/plain.js', 'const producer = { send() {} };\nproducer.send({ acks: 1 });\n');
    await replace(editor, 'acks', 'ackz');
    ok(rulesAt(editor.document.uri).length === 0);
    ok(workspace.textDocuments.includes(editor.document));
  });
});

const TEXT = [
  "import { Kafka } from 'kafkajs';",
  "const kafka = new Kafka({ clientId: 'a', brokers: ['kafka-1:9092', 'kafka-2:9092'] });",
  'const consumer = kafka.consumer({ groupId: "billing",  });',
  'const other = {  };',
  '',
].join('\n');

/** Those of ours say whose they are. */
function isOurs({ label }: CompletionItem): boolean {
  return typeof label !== 'string' && /KafkaJS/.test(label.description ?? '');
}
