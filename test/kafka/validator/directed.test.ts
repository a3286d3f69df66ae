import assert from 'node:assert/strict';
import type { Role } from '../../../server/src/model/scope';
import type { KafkaVersion } from '../../../server/src/model/version';
import { needsKafka } from '../harness/needsKafka';
import type { Pair } from './case';
import { lintCase } from './lintCase';
import { startValidator, type Validator } from './validator';

const VERSIONS: readonly KafkaVersion[] = ['3.9', '4.1', '4.3'];

const NODE = `node.id=1
log.dirs=/data
listener.security.protocol.map=A:PLAINTEXT,B:PLAINTEXT,PLAINTEXT:PLAINTEXT`;
const COMBINED = `process.roles=broker,controller
controller.quorum.voters=1@localhost:9093
listeners=A://:9093,B://:9094,PLAINTEXT://:9092
${NODE}`;
const BROKER = `process.roles=broker
controller.listener.names=A
listeners=PLAINTEXT://:9092
${NODE}`;
const WORKER = `bootstrap.servers=localhost:9092
group.id=connect
key.converter=org.apache.kafka.connect.json.JsonConverter
value.converter=org.apache.kafka.connect.json.JsonConverter
offset.storage.topic=connect-offsets
config.storage.topic=connect-configs
status.storage.topic=connect-status`;

/** Files that differ in one line from such as are right, where versions differ or blanks and commas count. */
const FILES: readonly (readonly [Role, string, ...string[]])[] = [
  [
    'combined',
    COMBINED,
    'controller.listener.names=A, B',
    'controller.listener.names=A ,B',
    'controller.listener.names=A,,B',
  ],
  ['combined', `${COMBINED}\ncontroller.listener.names=A,B`, 'group.share.assignors=simple,simple'],
  [
    'broker',
    BROKER,
    'controller.quorum.bootstrap.servers=c:99999',
    'controller.quorum.bootstrap.servers=c:9093, d:9093',
    'controller.quorum.voters=2@0.0.0.0:9093',
  ],
  [
    'connect-distributed',
    WORKER,
    'response.http.headers.config=add X-A:1,',
    'response.http.headers.config=add X-A:1,,add X-B:2',
    'inter.worker.verification.algorithms=HmacSHA512',
    'config.storage.replication.factor=-1',
  ],
];

describe('single lines that Kafka reads in its own way', function () {
  needsKafka(this);

  for (const version of VERSIONS) {
    describe(`at Kafka ${version}`, () => {
      let kafka: Validator;
      before(() => {
        kafka = startValidator(version);
      });
      after(() => kafka.close());

      for (const [role, base, ...lines] of FILES) {
        for (const line of lines) {
          it(`${role}: ${line}`, async () => {
            const question = { role, version, entries: entriesOf(`${base}\n${line}`) };
            const answer = await kafka.ask(question);
            const errors = lintCase(question).errors.map(({ message }) => message);
            assert.equal(errors.length === 0, answer.ok, answer.ok ? errors.join() : answer.message);
          });
        }
      }
    });
  }
});

function entriesOf(text: string): Pair[] {
  return text.split('\n').map((line) => {
    const at = line.indexOf('=');
    return [line.slice(0, at), line.slice(at + 1)];
  });
}
