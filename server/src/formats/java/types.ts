import { hasConstants } from '../../catalogue/constants';
import { bindingOf, textOf } from '../code/code';
import { type Node, nodesOf, rootOf } from '../code/tree';

/** Packages whose classes are Kafka's clients, or make them. */
const PACKAGES =
  /^(?:org\.apache\.kafka|org\.springframework\.kafka|reactor\.kafka|io\.vertx(?:\.\w+)*\.kafka|io\.confluent)\b/;

/** The class that a name means, without its package: undefined for classes of the file and of other packages. */
export function kafkaClass(node: Node): string | undefined {
  const [text = ''] = textOf(node)
    .split('<', 1)
    .map((part) => part.trim());
  const simple = text.slice(text.lastIndexOf('.') + 1);
  if (text.includes('.')) return PACKAGES.test(text) ? simple : undefined;
  const binding = bindingNamed(node, text);
  // Without an import it comes by a star, or the text is but a piece of a file.
  if (!binding) return isDeclaredHere(node, text) ? undefined : simple;
  return binding.module !== undefined && PACKAGES.test(binding.module) ? simple : undefined;
}

function bindingNamed(node: Node, name: string): ReturnType<typeof bindingOf> {
  return node.source.names.get(name)?.find(({ binding }) => binding.kind === 'import')?.binding;
}

const declared = new WeakMap<Node, ReadonlySet<string>>();

function isDeclaredHere(node: Node, name: string): boolean {
  const root = rootOf(node);
  const names = declared.get(root) ?? declaredIn(root);
  declared.set(root, names);
  return names.has(name);
}

const TYPES = ['ClassDeclaration', 'InterfaceDeclaration', 'EnumDeclaration', 'RecordDeclaration'];

function declaredIn(root: Node): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of TYPES.flatMap((type) => nodesOf(root, type))) {
    const name = node.children.find((child) => child.type === 'Definition');
    if (name) names.add(textOf(name));
  }
  return names;
}

/** The name of a class with its package, where an import says which it is. */
export function fullName(node: Node): string | undefined {
  const text = textOf(node);
  if (text.includes('.')) return /^[a-z]/.test(text) ? text : undefined;
  const binding = bindingNamed(node, text);
  return binding?.module === undefined ? undefined : `${binding.module}.${text}`;
}

/** The class of a constant that a static import brings: `ProducerConfig` for `ACKS_CONFIG`. */
export function staticOwner(name: Node): string | undefined {
  const binding = bindingOf(name);
  if (binding) {
    if (binding.kind !== 'import' || binding.module === undefined) return undefined;
    const simple = binding.module.slice(binding.module.lastIndexOf('.') + 1);
    return PACKAGES.test(binding.module) && hasConstants(simple) ? simple : undefined;
  }
  return undefined;
}

const STAR = /\bimport\s+static\s+(?:org\.apache\.kafka|org\.springframework\.kafka)(?:\.\w+)*?\.(\w+)\.\*/g;
const stars = new WeakMap<Node['source'], readonly string[]>();

/** The classes all of whose constants a file imports. */
export function starOwners({ source }: Node): readonly string[] {
  const known = stars.get(source) ?? Array.from(source.text.matchAll(STAR), ([, name = '']) => name);
  stars.set(source, known);
  return known;
}
