import assert from 'node:assert/strict';
import { StreamMessageWriter } from 'vscode-jsonrpc/node';
import { wholeMessages } from '../../server/src/wholeMessages';

describe('messages over standard output', () => {
  it('are one write each, in their order', async () => {
    const written: string[] = [];
    const output = {
      write(chunk: Buffer, done: () => void): boolean {
        written.push(chunk.toString());
        done();
        return true;
      },
    };
    const writer = new StreamMessageWriter(wholeMessages(output as never));
    const messages = ['ä', 'b'].map((method) => ({ jsonrpc: '2.0', method }));
    await Promise.all(messages.map((message) => writer.write(message)));
    assert.deepEqual(
      written,
      messages.map((message) => {
        const body = JSON.stringify(message);
        return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
      }),
    );
  });
});
