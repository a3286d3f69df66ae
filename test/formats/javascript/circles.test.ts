import assert from 'node:assert/strict';
import { parseCode, scopeOf } from './support';

const HEAD = `import { Kafka } from 'kafkajs';
const real = new Kafka({ clientId: 'web', brokers: ['b1.example.net:9092'] }).producer();
export const go = () => real.send({ topic: 't', messages: [{ value: 'x' }] });
`;

/** Code that refers to itself, as half-typed and careless code does; each once stopped the reading of its file. */
const CIRCLES: readonly string[] = [
  "const consumer = consumer({ groupId: 'a' });\nconsumer.run({ eachMessage() {} });",
  'const f = f();\nf.producer();',
  "class A {\n  x = this.x;\n  go() { this.x.producer().send({ topic: 't', messages: [] }); }\n}",
  "const a = b, b = a;\na.send({ topic: 't', messages: [] });\nnew Kafka(a);",
  'function f(x) { return f(x); }\nnew Kafka(f({}));',
  'const o = { ...o };\nnew Kafka(o);',
  'const o = { a: o };\nnew Kafka(o);',
  "class A extends A {}\nnew A().send({ topic: 't', messages: [] });",
  "class A extends B {}\nclass B extends A {}\nnew A({}).producer().send({ topic: 't', messages: [] });",
  "type T = T;\nconst p: T = x;\np.send({ topic: 't', messages: [] });",
  "let p;\np = p || p;\np ??= p;\np.send({ topic: 't', messages: [] });",
  'function f(a, b) { f(b, a); return new Kafka({ brokers: a + b + a }); }\nf(1, 2);\nf(3, 4);',
  'const v = v + v * v;\nconst w = [w, w, w, w];\nnew Kafka({ a: v, b: w });',
  'const { a: { b } } = b;\nnew Kafka(b);',
  'const g = g.bind(g);\nreal.run({ eachMessage: g });',
];

describe('code that refers to itself', () => {
  for (const circle of CIRCLES) {
    it(`does not hide the rest of its file: ${circle.split('\n', 1)}`, () => {
      const producers = parseCode(HEAD + circle).scopes.filter(({ role }) => role === 'producer');
      assert.ok(producers.some(({ calls }) => calls.some(({ method }) => method === 'send')));
      assert.equal(scopeOf(parseCode(HEAD + circle), 'client').completeness, 'complete');
    });
  }

  it('costs a bounded number of steps, however names double on the way', () => {
    const doubled = Array.from({ length: 60 }, (_, index) => `const v${index + 1} = [v${index}, v${index}];`);
    const scope = scopeOf(parseCode(`${HEAD}${doubled.join('\n')}\nnew Kafka({ brokers: v60 });`), 'client');
    assert.equal(scope.entries[0]?.writtenKey, 'clientId');
  });

  it('reads functions in functions, each with a send, without starting over for each', () => {
    const depth = 2000;
    const open = Array.from(
      { length: depth },
      (_, index) =>
        `async function f${index}() {\n  await go();\n  await real.send({ topic: 't', messages: [{ value: 'x' }] });`,
    );
    const document = parseCode(`${HEAD}${open.join('\n')}${'}'.repeat(depth)}`);
    assert.equal(scopeOf(document, 'producer').calls.length, depth + 1);
  });
});
