import type { Swallowed } from '../../model/call';
import { bindingOf, textOf } from '../code/code';
import { childOf, isFunction, type Node, partsOf, walk } from '../code/tree';
import { argumentOf } from './arguments';
import { memberName } from './properties';

/** What becomes of a call's failure where neither a caller nor another try ever gets to know of it. */
export function swallowedBy(call: Node, limit?: Node): Swallowed | undefined {
  return inChain(call) ?? inTry(call, limit);
}

/** `.catch(console.error)` behind the call. */
function inChain(call: Node): Swallowed | undefined {
  const member = call.parent?.type === 'MemberExpression' && call.parent.children[0] === call ? call.parent : undefined;
  const next = member?.parent?.type === 'CallExpression' ? member.parent : undefined;
  if (!member || !next) return undefined;
  if (memberName(member) !== 'catch') return inChain(next);
  const handler = argumentOf(next, 0);
  if (!handler) return undefined;
  if (!isFunction(handler)) return isLog(handler) ? 'logged' : undefined;
  const body = handler.children.at(-1);
  if (!body || body.type === 'Block') return body && verdictOn(body);
  return body.type === 'CallExpression' && isLog(body.children[0]) ? 'logged' : undefined;
}

function inTry(call: Node, limit: Node | undefined): Swallowed | undefined {
  for (let at = call; at.parent && at !== limit && !isFunction(at); at = at.parent) {
    const { parent } = at;
    const isTried = parent.type === 'TryStatement' && parent.children[1] === at;
    const block = childOf(isTried ? childOf(parent, 'CatchClause') : undefined, 'Block');
    if (block) return tellsOtherwise(at) || isTriedAgain(parent) ? undefined : verdictOn(block);
  }
  return undefined;
}

/** The next round of a loop that counts or has a condition is another try. */
function isTriedAgain(statement: Node): boolean {
  for (let at = statement.parent; at && !isFunction(at); at = at.parent) {
    const isCounting = at.type === 'ForStatement' && childOf(at, 'ForSpec') !== undefined;
    if (isCounting || at.type === 'WhileStatement' || at.type === 'DoStatement') return true;
  }
  return false;
}

/** What the block returns or leaves behind says whether it went well. */
function tellsOtherwise(block: Node): boolean {
  let tells = false;
  walk(block, (node) => {
    if (isFunction(node)) return false;
    if (node.type === 'ReturnStatement' && partsOf(node).length > 1) tells = true;
    if (node.type === 'AssignmentExpression' && node.parent?.type === 'ExpressionStatement') {
      tells ||= !isOwn(node.children[0], block);
    }
    return undefined;
  });
  return tells;
}

/** A variable that ends with the block tells nobody else. */
function isOwn(target: Node | undefined, block: Node): boolean {
  const made = target?.type === 'VariableName' ? bindingOf(target)?.node : undefined;
  return made !== undefined && made.start > block.start && made.end < block.end;
}

/** A block that does nothing at all with a failure, or nothing but log it. */
function verdictOn(block: Node): Swallowed | undefined {
  const statements = partsOf(block);
  // Whoever says why nothing is done has thought of it.
  if (statements.length === 0) return /\/[/*]/.test(textOf(block)) ? undefined : 'ignored';
  return statements.every(onlyLogs) ? 'logged' : undefined;
}

function onlyLogs(statement: Node): boolean {
  const [first] = statement.children;
  if (statement.type === 'ExpressionStatement') {
    return first?.type === 'CallExpression' && isLog(first.children[0]);
  }
  if (statement.type === 'ReturnStatement') return partsOf(statement).every(({ type }) => type === 'return');
  if (statement.type === 'VariableDeclaration') return !/\bawait\b/.test(textOf(statement));
  return false;
}

const LOGGING = /^(?:console|consola|(?:this\.)?[\w$.]*log(?:ger|s)?|winston|pino|Sentry|debug)\b/i;

/** What is called, or handed over to be called, to write down a failure. */
function isLog(callee: Node | undefined): boolean {
  if (!callee) return false;
  const text = textOf(callee);
  return text.length < 80 && (LOGGING.test(text) || /^log\w*$|\.(?:captureException|captureError)$/.test(text));
}
