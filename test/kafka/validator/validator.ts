import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { KafkaVersion } from '../../../server/src/model/version';
import type { Case } from './case';
import { classPathOf } from './releases';

/** What Kafka makes of a configuration. */
export type Answer =
  | { readonly ok: true; readonly warnings?: readonly string[] }
  /** The simple name of the exception's class, and its message with those of its causes. */
  | { readonly ok: false; readonly class: string; readonly message: string; readonly warnings?: readonly string[] };

/** One Kafka that answers questions, in the order in which they were put. */
export interface Validator {
  /** As the role's own program reads it, or as `kafka-storage.sh format` does. */
  ask(question: Case, judge?: 'storage'): Promise<Answer>;
  close(): Promise<void>;
}

/** Starts the Kafka of a release line. Answers reject when the process ends early. */
export function startValidator(version: KafkaVersion): Validator {
  const java = spawn('java', [...OPTIONS, '-cp', classPathOf(version), 'Validator'], { stdio: 'pipe' });
  const waiting: { resolve(answer: Answer): void; reject(reason: Error): void }[] = [];
  const complaints = tailOf(java);
  createInterface({ input: java.stdout }).on('line', (line) => waiting.shift()?.resolve(JSON.parse(line)));
  java.on('close', (code) => {
    for (const { reject } of waiting.splice(0)) {
      reject(new Error(`The validator of Kafka ${version} ended with ${code}: ${complaints()}`));
    }
  });
  return {
    ask: ({ role, entries }, judge) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        java.stdin.write(`${JSON.stringify({ role: judge ?? role, config: Object.fromEntries(entries) })}\n`);
      }),
    async close() {
      const closed = once(java, 'close');
      java.stdin.end();
      await closed;
    },
  };
}

// Short runs gain nothing from the slower, better compiler.
const OPTIONS = ['-Xmx768m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Djava.awt.headless=true'];

/** The last lines that the process complained with. */
function tailOf(java: ChildProcessWithoutNullStreams): () => string {
  const lines: string[] = [];
  createInterface({ input: java.stderr }).on('line', (line) => {
    lines.push(line);
    if (lines.length > 20) lines.shift();
  });
  return () => lines.join('\n');
}
