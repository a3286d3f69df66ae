import { deepEqual, equal, match, ok } from 'node:assert/strict';
import {
  type CompletionList,
  commands,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type InlayHint,
  MarkdownString,
  type SemanticTokens,
  type SemanticTokensLegend,
  type TextDocument,
} from 'vscode';
import { open, openWith, rangeOf } from '../support/files';
import { findings } from '../support/findings';

const TEXT = [
  '# Orders.',
  'bootstrap.servers=kafka:9092',
  'key.serializer=org.apache.kafka.common.serialization.StringSerializer',
  'batch.size=1048576',
  'delivery.timeout.ms=604800000',
  'acks=',
  '',
].join('\n');

const openProducer = async (folder: string): Promise<TextDocument> => {
  const { document } = await openWith(`${folder}/producer.properties`, TEXT);
  await findings(document.uri);
  return document;
};

/** What a provider of VS Code's own API answers for a place or the whole document. */
const ask = <Answer>(command: string, document: TextDocument, ...rest: unknown[]): Thenable<Answer> =>
  commands.executeCommand<Answer>(`vscode.${command}`, document.uri, ...rest);

const textOf = (hovers: readonly Hover[]): string =>
  hovers
    .flatMap(({ contents }) => contents.map((one) => (one instanceof MarkdownString ? one.value : String(one))))
    .join('\n');

describe('what the editor knows of a setting', () => {
  it('shows on hover its meaning, default and unit', async () => {
    const document = await openProducer('hover');
    const text = textOf(await ask('executeHoverProvider', document, rangeOf(document, 'delivery.timeout').start));
    match(text, /\*\*delivery\.timeout\.ms\*\*/);
    match(text, /120000|120,000|2 minutes/);
    match(text, /7 days/);
  });

  it('completes keys that are not set yet', async () => {
    const { document } = await openWith('keys/producer.properties', `${TEXT}max.in`);
    const { items } = await ask<CompletionList>(
      'executeCompletionItemProvider',
      document,
      rangeOf(document, 'max.in').end,
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    ok(labels.includes('max.in.flight.requests.per.connection'), labels.join(' '));
    ok(!labels.includes('batch.size'), 'batch.size is set already');
    ok(!labels.includes('log.dirs'), 'log.dirs is not for producers');
  });

  it('completes values', async () => {
    const document = await openProducer('values');
    const { items } = await ask<CompletionList>(
      'executeCompletionItemProvider',
      document,
      rangeOf(document, 'acks=').end,
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    for (const value of ['all', '0', '1']) ok(labels.includes(value), `${value} is missing: ${labels.join(' ')}`);
  });

  it('hints at units behind durations and sizes', async () => {
    const document = await openProducer('hints');
    const whole = document.validateRange(rangeOf(document, TEXT));
    const hints = await ask<InlayHint[]>('executeInlayHintProvider', document, whole);
    const labels = hints.map(({ label }) =>
      typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
    );
    ok(
      labels.some((label) => label.includes('7 days')),
      labels.join(' '),
    );
    ok(
      labels.some((label) => label.includes('1 MiB')),
      labels.join(' '),
    );
  });
});

describe('what the editor knows of a file', () => {
  it('outlines its keys by area', async () => {
    const document = await openProducer('outline');
    const symbols = await ask<DocumentSymbol[]>('executeDocumentSymbolProvider', document);
    const keys = symbols.flatMap(({ children }) => children);
    ok(symbols.length > 1 && symbols.every(({ children }) => children.length > 0));
    deepEqual(keys.find(({ name }) => name === 'batch.size')?.detail, '1048576');
    equal(keys.length, 5);
  });

  it('folds sections that a comment heads', async () => {
    const { document } = await open('cluster/server.properties');
    await findings(document.uri);
    const ranges = await ask<FoldingRange[]>('executeFoldingRangeProvider', document);
    const starts = ranges.map(({ start }) => document.lineAt(start).text);
    ok(
      starts.some((line) => line.includes('# Replication #')),
      starts.join('\n'),
    );
  });

  it('tells keys from values by colour', async () => {
    const document = await openProducer('tokens');
    const legend = await ask<SemanticTokensLegend>('provideDocumentSemanticTokensLegend', document);
    const tokens = await ask<SemanticTokens>('provideDocumentSemanticTokens', document);
    ok(legend.tokenTypes.length > 0);
    ok(tokens.data.length >= 5 * 5, `${tokens.data.length / 5} tokens`);
  });
});
