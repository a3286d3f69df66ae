import type { Repetition } from '../../model/call';
import { bindingOf, type Code } from './code';
import { enclosingFunction, nameOf } from './functions';
import { isFunction, type Node, walk } from './tree';

/** How often the code at a node runs, as far as the file shows. */
export function repetitionOf(code: Code, node: Node): Repetition {
  const made = enclosingFunction(node);
  return made ? repetitionIn(code, made) : 'start-up';
}

const repetitions = new WeakMap<Node, Repetition>();

function repetitionIn(code: Code, made: Node): Repetition {
  const around: Node[] = [];
  for (let at: Node | undefined = made; at && !repetitions.has(at); at = enclosingFunction(at)) around.push(at);
  // From the outside in, since a function runs as often as what is around it.
  for (const inner of around.toReversed()) repetitions.set(inner, judgeRepetition(code, inner));
  return repetitions.get(made) ?? 'unknown';
}

function judgeRepetition(code: Code, made: Node): Repetition {
  const { language } = made.source;
  if (language.serves(made)) return 'request';
  const around = enclosingFunction(made);
  const outer = around ? repetitions.get(around) : 'start-up';
  if (around && outer === 'request') return 'request';
  const name = nameOf(made);
  if (language.isStartUp(made) || (name !== undefined && isCalledAtTop(code, name))) return 'start-up';
  return name === undefined && outer === 'start-up' ? 'start-up' : 'unknown';
}

const calledAtTop = new WeakMap<Node, ReadonlySet<string>>();

function isCalledAtTop(code: Code, name: string): boolean {
  const names = calledAtTop.get(code.root) ?? namesCalledAtTop(code);
  calledAtTop.set(code.root, names);
  return names.has(name);
}

/** The functions of the file that it calls itself, outside of any function. */
function namesCalledAtTop(code: Code): ReadonlySet<string> {
  const names = new Set<string>();
  walk(code.root, (node) => {
    if (isFunction(node)) return false;
    const called = node.source.language.callParts(node);
    if (called && !called.receiver && bindingOf(called.callee)) names.add(called.method);
    return undefined;
  });
  return names;
}
