import { type Code, classAround, spend, textOf } from '../code/code';
import { childOf, type Node, partsOf } from '../code/tree';
import { declarationOf } from './declared';
import { follow, functionOf } from './follow';

/** The body of the class that an expression is an instance of, or the type literal that says what it has. */
export function classBodyOf(code: Code, expression: Node): Node | undefined {
  if (!spend(code)) return undefined;
  switch (expression.type) {
    case 'this':
      return classAround(expression);
    case 'super':
      return baseOf(code, classAround(expression));
    case 'ClassDeclaration':
    case 'ClassExpression':
      return childOf(expression, 'ClassBody');
    case 'NewExpression': {
      const callee = expression.children[1];
      return callee && childOf(follow(code, callee), 'ClassBody');
    }
    case 'CallExpression': {
      const made = expression.children[0] && functionOf(code, expression.children[0]);
      return made && typeBodyOf(code, childOf(made, 'TypeAnnotation'));
    }
    case 'VariableName':
    case 'VariableDefinition':
    case 'MemberExpression':
      return typeBodyOf(code, declarationOf(code, expression)?.annotation);
    default:
      return undefined;
  }
}

function baseOf(code: Code, body: Node | undefined): Node | undefined {
  const base = body && superclassOf(body);
  return base && childOf(follow(code, base), 'ClassBody');
}

/** The expression behind `extends` of the class with that body. */
export function superclassOf(body: Node): Node | undefined {
  const { children } = body.parent ?? body;
  const index = children.findIndex((child) => child.type === 'extends');
  return index < 0 ? undefined : children[index + 1];
}

/** The class or type literal behind an annotation. */
function typeBodyOf(code: Code, annotation: Node | undefined): Node | undefined {
  const [type] = annotation ? namedTypes(annotation) : [];
  if (!type) return undefined;
  const behind = follow(code, type);
  return behind.type === 'ObjectType' ? behind : childOf(behind, 'ClassBody');
}

/** Types that hold what they are given. */
const HOLDING = /^(?:Promise|Readonly|Partial|Required|Awaited|NonNullable|ModuleRef)$/;

/** Types within types; nobody writes more. */
const MAX_TYPES = 8;

/** The types that an annotation may name: of a union each, of a promise what it gives. */
export function namedTypes(type: Node, depth = 0): readonly Node[] {
  if (depth > MAX_TYPES) return [];
  const inside = (outer: Node) => partsOf(outer).flatMap((inner) => namedTypes(inner, depth + 1));
  switch (type.type) {
    case 'TypeName':
    case 'IndexedType':
    case 'ObjectType':
      return [type];
    case 'TypeAnnotation':
    case 'UnionType':
    case 'ParenthesizedType':
      return inside(type);
    case 'ParameterizedType': {
      const [name, list] = type.children;
      return name && list && HOLDING.test(textOf(name)) ? inside(list) : name ? [name] : [];
    }
    default:
      return [];
  }
}
