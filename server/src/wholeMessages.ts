import { Writable } from 'node:stream';

/** The library writes a message's header and its body apart; this hands both on in one write. */
export function wholeMessages(output: Pick<Writable, 'write'>): Writable {
  let header: Buffer | undefined;
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      if (!header) {
        header = chunk;
        done();
        return;
      }
      const message = Buffer.concat([header, chunk]);
      header = undefined;
      output.write(message, done);
    },
  });
}
