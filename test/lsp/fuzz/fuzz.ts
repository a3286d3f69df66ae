import assert from 'node:assert/strict';
import type { Diagnostic, Position, Range } from 'vscode-languageserver/node';
import { type OpenDocument, TestClient } from '../support/client';
import { type Random, randomOf } from './random';
import { FILES, SETTINGS, SNIPPETS } from './texts';

export interface Fuzzed {
  readonly edits: number;
  readonly requests: number;
  /** What broke a law, with all that is needed to see it again. */
  readonly faults: readonly string[];
}

/** An edit of that many is followed by closing and opening the file, and by asking the same again. */
const REOPEN_EVERY = 50;
const LONGEST = 20_000;

type Ask = (document: OpenDocument, position: Position, range: Range) => Promise<unknown>;

const ASKS: readonly Ask[] = [
  (document, position) => document.request('textDocument/hover', { position }),
  (document, position) => document.request('textDocument/completion', { position }),
  (document, _, range) => document.request('textDocument/codeAction', { range, context: { diagnostics: [] } }),
  (document, _, range) => document.request('textDocument/inlayHint', { range }),
  (document) => document.request('textDocument/documentSymbol'),
  (document) => document.request('textDocument/foldingRange'),
  (document) => document.request('textDocument/semanticTokens/full'),
  (document) => document.client.connection.sendRequest('kafkaLint/documentInfo', { uri: document.uri }),
];

/** Edits files at random places, asks for everything, changes the settings in between; the server must bear it all. */
export async function fuzz(count: number, seed: number, tell: (line: string) => void = () => {}): Promise<Fuzzed> {
  const random = randomOf(seed);
  let settings: unknown = {};
  const client = await TestClient.start({ folders: ['file:///workspace'], configuration: () => settings });
  const faults: string[] = [];
  let requests = 0;
  for (let edits = 0; edits < count && faults.length === 0; ) {
    const [name, languageId, text] = random.pick(FILES);
    const document = await client.open(name, text.replaceAll('|', ''), languageId);
    for (let step = 0; step < REOPEN_EVERY && faults.length === 0; step++, edits++) {
      await edit(document, random);
      if (random.below(40) === 0) {
        settings = random.pick(SETTINGS);
        await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      }
      requests++;
      const ask = random.pick(ASKS);
      const answer = ask(document, placeIn(document, random), rangeIn(document, random));
      await answer.catch((error: unknown) => faults.push(`seed ${seed}, edit ${edits}, ${name}: ${error}`));
      if (edits > 0 && edits % 10_000 === 0) tell(`${edits} edits`);
    }
    faults.push(...(await afresh(document, languageId)).map((fault) => `seed ${seed}, edit ${edits}, ${fault}`));
    await document.close();
    faults.push(...client.logged.filter((line) => / failed/.test(line)));
  }
  await client.stop();
  if (client.process.exitCode !== 0) faults.push(`The server ended with ${client.process.exitCode}`);
  return { edits: count, requests, faults };
}

async function edit(document: OpenDocument, random: Random): Promise<void> {
  if (document.text.length > LONGEST) await document.change('');
  else await document.change(random.pick(SNIPPETS), rangeIn(document, random));
}

/** What was read piece by piece gives the same as the text read at once, and every place is in the text. */
async function afresh(document: OpenDocument, languageId: string): Promise<string[]> {
  const { uri, text, client } = document;
  const edited = await document.diagnostics();
  await document.close();
  const opened = await client.open(uri, '', languageId);
  await opened.change(text);
  const whole = await opened.diagnostics();
  const plain = (all: readonly Diagnostic[]) => all.map(({ range, code, severity }) => ({ range, code, severity }));
  const end = opened.source.positionAt(text.length);
  const outside = whole.find(({ range }) => range.end.line > end.line);
  const faults = outside ? [`${uri}: ${outside.code} lies behind the text`] : [];
  try {
    assert.deepEqual(plain(edited), plain(whole));
  } catch {
    faults.push(`${uri}: read at once it has other findings: ${JSON.stringify(text)}`);
  }
  return faults;
}

function placeIn({ source, text }: OpenDocument, random: Random): Position {
  return source.positionAt(random.below(text.length + 1));
}

function rangeIn({ source, text }: OpenDocument, random: Random): Range {
  const start = random.below(text.length + 1);
  const length = random.below(random.below(8) === 0 ? 400 : 8);
  return { start: source.positionAt(start), end: source.positionAt(Math.min(text.length, start + length)) };
}
