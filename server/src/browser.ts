import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { serve } from './lsp/server';

/** The global scope of the web worker that a client starts this file in. */
const worker = globalThis as unknown as DedicatedWorkerGlobalScope;

// A worker has no file system: the client reads files for it and knows where the pages are.
serve(createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker)), {});
