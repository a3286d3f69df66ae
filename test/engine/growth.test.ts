import assert from 'node:assert/strict';
import { createLinter, lint } from '../../server/src/engine/lint';
import { MOST_SHOWN, shownFindings } from '../../server/src/features/shownFindings';
import type { Finding } from '../../server/src/model/finding';
import { NO_SETTINGS, parse, ruleOf } from './support';

const COUNTED = ['every', 'filter', 'find', 'findIndex', 'findLast', 'flatMap', 'forEach', 'map', 'some', 'reduce'];
const SEARCHING = ['includes', 'indexOf', 'lastIndexOf'];

/** How many elements of lists are looked at: what grows with the square of a file shows here without a clock. */
function elementsLookedAt(run: () => void): number {
  let count = 0;
  const list = Array.prototype as unknown as Record<string, (...given: unknown[]) => unknown>;
  const originals = [...COUNTED, ...SEARCHING].map((name) => [name, list[name]] as const);
  const define = (name: string, value: unknown): void => {
    Object.defineProperty(list, name, { value, writable: true, configurable: true });
  };
  for (const [name, original] of originals) {
    if (!original) continue;
    define(name, function (this: readonly unknown[], first: unknown, ...more: unknown[]) {
      if (typeof first !== 'function' || SEARCHING.includes(name)) {
        const result = original.call(this, first, ...more);
        count += typeof result === 'number' && result >= 0 ? result : this.length;
        return result;
      }
      const counted = (...given: unknown[]): unknown => {
        count++;
        return first(...given);
      };
      return original.call(this, counted, ...more);
    });
  }
  try {
    run();
  } finally {
    for (const [name, original] of originals) define(name, original);
  }
  return count;
}

const many = (count: number, text: (index: number) => string, separator = ''): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(separator);

/** Files of `n` like things that a hostile or a generated file may have. */
const GROWING: Readonly<Record<string, readonly [path: string, text: (n: number) => string]>> = {
  listeners: [
    '/server.properties',
    (n) =>
      `process.roles=broker,controller\nnode.id=1\nlisteners=${many(n, (at) => `L${at}://:${10_000 + at}`, ',')}
advertised.listeners=${many(n, (at) => `L${at}://h:${10_000 + at}`, ',')}
listener.security.protocol.map=${many(n, (at) => `L${at}:SSL`, ',')}
controller.listener.names=L0\ncontroller.quorum.voters=1@localhost:10000\nlog.dirs=/d\n`,
  ],
  'listeners on one port': [
    '/server.properties',
    (n) => `process.roles=broker\nnode.id=1\nlisteners=${many(n, (at) => `L${at}://:9092`, ',')}\nlog.dirs=/d\n`,
  ],
  'duplicate keys': ['/server.properties', (n) => `broker.id=1\n${many(n, () => 'num.io.threads=8\n')}`],
  'unknown keys': ['/producer.properties', (n) => `bootstrap.servers=a:1\n${many(n, (at) => `unheard.of.${at}=1\n`)}`],
  directives: [
    '/producer.properties',
    (n) => `bootstrap.servers=a:1\n${many(n, () => '# kafka-lint-ignore properties/duplicate-key\nlinger.ms=0\n')}`,
  ],
  voters: [
    '/server.properties',
    (n) =>
      `process.roles=broker,controller\nnode.id=1\nlisteners=A://:9092,C://:9093\ncontroller.listener.names=C\ncontroller.quorum.voters=${many(n, (at) => `${at + 1}@h${at}:9093`, ',')}\n`,
  ],
  'bootstrap servers': [
    '/producer.properties',
    (n) => `acks=all\nbootstrap.servers=${many(n, (at) => `h${at}:9`, ',')}\n`,
  ],
  'log directories': [
    '/server.properties',
    (n) => `broker.id=1\nzookeeper.connect=a:1\nlog.dirs=${many(n, (at) => `/d${at}`, ',')}\n`,
  ],
  clusters: [
    '/mm2.properties',
    (n) => `clusters=${many(n, (at) => `c${at}`, ',')}\n${many(n, (at) => `c${at}.bootstrap.servers=h:1\n`)}`,
  ],
  'clusters without heartbeats': [
    '/mm2.properties',
    (n) => `emit.heartbeats.enabled=false\nclusters=${many(n, (at) => `c${at}`, ',')}\nc1->c0.enabled=true\n`,
  ],
  transforms: [
    '/connector.properties',
    (n) =>
      `name=c\nconnector.class=FileStreamSink\ntopics=a\ntransforms=${many(n, (at) => `t${at}`, ',')}\n${many(n, (at) => `transforms.t${at}.type=x.Y\n`)}`,
  ],
};

describe('the work of linting', () => {
  for (const [name, [path, text]] of Object.entries(GROWING)) {
    it(`grows with the number of ${name}, and not with its square`, () => {
      const work = (n: number): number => elementsLookedAt(() => lint(parse(text(n), path), NO_SETTINGS));
      work(10);
      const [once, twice] = [work(300), work(600)];
      assert.ok(twice < 2.5 * once, `${once} elements for 300, ${twice} for 600`);
    });
  }

  it('bears more findings than a call takes arguments', () => {
    const rule = ruleOf('a/many', {
      check: () => Array.from({ length: 200_000 }, () => ({ span: { start: 0, end: 1 }, message: 'Found.' })),
    });
    const { findings } = createLinter([rule], () => 0)(parse('bootstrap.servers=a:1\nlinger.ms=1\n'), NO_SETTINGS);
    assert.equal(findings.length, 200_000);
  });
});

describe('the findings that are shown of a file', () => {
  const finding = (severity: Finding['severity'], start: number): Finding => ({
    rule: 'a/rule',
    severity,
    message: 'Found.',
    span: { start, end: start },
    fixes: [],
  });

  it('are all of them up to the bound', () => {
    const all = Array.from({ length: MOST_SHOWN }, (_, at) => finding('hint', at));
    assert.deepEqual(shownFindings(all), { findings: all });
  });

  it('are the most severe ones beyond, in the order of the text, with a word about it', () => {
    const all = Array.from({ length: MOST_SHOWN + 1 }, (_, at) => finding(at === 0 ? 'hint' : 'warning', at));
    const error = finding('error', MOST_SHOWN + 1);
    const { findings, notice } = shownFindings([...all, error]);
    assert.deepEqual(findings, [...all.slice(1, MOST_SHOWN), error]);
    assert.equal(notice, '1,000 of 1,002 problems are shown: the most severe ones.');
  });
});
