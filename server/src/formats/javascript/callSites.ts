import { bindingOf, type Code, classAround, newBudget } from '../code/code';
import { childOf, isFunction, type Node, nodesOf } from '../code/tree';
import { superclassOf } from './classes';
import { follow, functionOf } from './follow';
import { rootOf } from './uses';

const known = new WeakMap<Code['fileOf'], Map<Node, ReadonlyMap<Node, readonly Node[]>>>();

/** The calls of a function, or the constructions by a constructor, in the file itself and where the function stands. */
export function callSitesOf(code: Code, made: Node): readonly Node[] {
  const roots = new Set([code.root, rootOf(made)]);
  return [...roots].flatMap((root) => sitesIn(code, root).get(made) ?? []);
}

function sitesIn(code: Code, root: Node): ReadonlyMap<Node, readonly Node[]> {
  const ofFiles = known.get(code.fileOf) ?? new Map<Node, ReadonlyMap<Node, readonly Node[]>>();
  known.set(code.fileOf, ofFiles);
  const done = ofFiles.get(root);
  if (done) return done;
  const sites = new Map<Node, Node[]>();
  ofFiles.set(root, sites);
  for (const type of ['CallExpression', 'NewExpression']) {
    for (const call of nodesOf(root, type)) {
      const made = calledBy(code, call);
      const before = made && sites.get(made);
      if (before) before.push(call);
      else if (made) sites.set(made, [call]);
    }
  }
  return sites;
}

/** The function of a call that can be told at little cost. */
function calledBy(code: Code, call: Node): Node | undefined {
  const callee = call.type === 'NewExpression' ? call.children[1] : call.children[0];
  if (!callee) return undefined;
  // Each call is a question of its own.
  const apart: Code = { ...code, budget: { ...newBudget(), left: STEPS_OF_ONE, asking: true } };
  if (call.type === 'NewExpression') return constructorOf(apart, callee);
  if (callee.type === 'super') {
    const body = classAround(call);
    const base = body && superclassOf(body);
    return base && constructorOf(apart, base);
  }
  const isNear = callee.type === 'VariableName' ? bindingOf(callee) : isOwnMethod(callee) || isFunction(callee);
  return isNear ? functionOf(apart, callee) : undefined;
}

const STEPS_OF_ONE = 30;

/** `this.method`, and what `require()` gives. */
function isOwnMethod({ type, children: [object] }: Node): boolean {
  return type === 'MemberExpression' ? object?.type === 'this' : type === 'CallExpression';
}

/** The constructor of a class, or the one that it inherits. */
function constructorOf(code: Code, name: Node): Node | undefined {
  let at: Node | undefined = name;
  for (let depth = 0; at && depth < 4; depth++) {
    const body: Node | undefined = childOf(follow(code, at), 'ClassBody');
    const own = body?.source.classes.get(body)?.get('constructor')?.init;
    if (own) return own;
    at = body && superclassOf(body);
  }
  return undefined;
}
