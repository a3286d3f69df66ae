import type { Call, Handler } from '../../model/call';
import { ask, bindingOf, type Code, isHere } from '../code/code';
import { enclosingFunction, parametersOf } from '../code/functions';
import { bare, type Node } from '../code/tree';
import { isGuarded } from '../code/usage';
import { argumentOf } from './arguments';
import { callOf, methodCall } from './calls';
import { follow, functionOf } from './follow';
import { guessInstance } from './guess';
import { callsIn, handlerOf, handlersOf, takesFailure } from './handlers';
import { helperOf, ownCallsIn } from './helpers';
import { type Instance, instanceOf } from './instances';
import { shapeOf } from './options';
import { memberName, propertyValue } from './properties';

/** The call of a function of the project that runs a consumer with what it is given. */
interface Wrapper {
  readonly made: Node;
  readonly call: Node;
}

const known = new WeakMap<Node, readonly Node[]>();

/** The consumers that a call of a function runs, with the handlers that the call hands over for them. */
export function wrappedRuns(code: Code, node: Node): readonly { readonly instance: Instance; readonly call: Call }[] {
  const [callee] = node.children;
  const made = callee && helperOf(code, callee);
  if (!made) return [];
  return runsIn(made).flatMap((run) => {
    const receiver = methodCall(run)?.receiver;
    const handlers = ask(code, () => handlersFor(code, run, { made, call: node }));
    if (!receiver || handlers.length === 0) return [];
    const instance = ask(code, () => instanceOf(code, receiver) ?? guessInstance(code, run, receiver, 'run'));
    if (instance?.kind !== 'consumer') return [];
    const { options } = callOf(code, run, instance.library, 'run');
    return [{ instance, call: { ...callOf(code, node, instance.library, 'run'), options, handlers } }];
  });
}

function runsIn(made: Node): readonly Node[] {
  const runs = known.get(made) ?? ownCallsIn(made).filter((call) => methodCall(call)?.method === 'run');
  known.set(made, runs);
  return runs;
}

function handlersFor(code: Code, run: Node, wrapper: Wrapper): readonly Handler[] {
  const options = argumentOf(run, 0);
  if (!options) return [];
  const whole = givenFor(options, wrapper, code);
  if (whole && seesItself(code, run, options)) return [];
  if (whole) return handlersOf(code, shapeOf(code, whole).properties);
  return shapeOf(code, options).properties.flatMap(({ path, value }) => {
    if (path !== 'eachMessage' && path !== 'eachBatch') return [];
    const given = givenFor(value, wrapper, code);
    if (given) return seesItself(code, run, value) ? [] : handlerFrom(code, path, given);
    const own = functionOf(code, value);
    return own ? handlersCalledIn(code, own, wrapper) : [];
  });
}

/** The only call of the function is in the same file, so that the facts of `run()` have what it gives. */
function seesItself(code: Code, run: Node, expression: Node): boolean {
  return isHere(code, run) && follow(code, expression) !== bare(expression);
}

function handlerFrom(code: Code, path: Handler['kind'], given: Node): readonly Handler[] {
  const made = functionOf(code, given);
  return made ? [handlerOf(code, { path, anchor: given, whole: given }, made)] : [];
}

/** The function's own handler calls what it is given, for a record at a time. */
function handlersCalledIn(code: Code, own: Node, wrapper: Wrapper): readonly Handler[] {
  const body = own.children.at(-1) ?? own;
  return callsIn(body).flatMap((call) => {
    const [callee] = call.children;
    const given = callee && givenFor(callee, wrapper, code);
    const made = given && functionOf(code, given);
    if (!made) return [];
    const isCaught = isGuarded(call, body) || takesFailure(call, made);
    return handlerFrom(code, 'eachMessage', given).map((handler) => ({
      ...handler,
      calls: handler.calls.map((one) => ({ ...one, guarded: one.guarded || isCaught })),
    }));
  });
}

/** What the call gives for a parameter of its function, or for a member of one. */
function givenFor(expression: Node, wrapper: Wrapper, code: Code): Node | undefined {
  const name = bare(expression);
  if (name.type === 'MemberExpression') {
    const [object] = name.children;
    const member = memberName(name);
    const from = object && givenFor(object, wrapper, code);
    return from && member !== undefined ? memberOf(code, from, member) : undefined;
  }
  const binding = name.type === 'VariableName' || name.type === 'PropertyDefinition' ? bindingOf(name) : undefined;
  if (binding?.kind !== 'parameter' || enclosingFunction(binding.node) !== wrapper.made) return undefined;
  const { start, end } = binding.node;
  const index = parametersOf(wrapper.made).findIndex((one) => one.start <= start && end <= one.end);
  let given = argumentOf(wrapper.call, index);
  for (const step of binding.path) given = given && memberOf(code, given, step);
  return given;
}

function memberOf(code: Code, from: Node, name: string): Node | undefined {
  const object = follow(code, from);
  return object.type === 'ObjectExpression' ? propertyValue(object, name) : undefined;
}
