import type { Suite } from 'mocha';
import { hasJava } from './jars';

/**
 * Leaves a suite out where no broker can be had, loudly, and never where CI runs: there the missing JDK is a failure.
 */
export function needsKafka(suite: Suite): void {
  if (hasJava()) return;
  suite.beforeAll('a JDK for Kafka', function () {
    if (process.env.CI || process.env.KAFKA_TESTS === 'required')
      throw new Error('There is no javac on the path, so that nothing can be held against a real Kafka.');
    console.log(`NOT RUN: "${suite.title}" needs a JDK (17 or later) and mvn on the path, to run a real Kafka.`);
    this.skip();
  });
}
