import { clientOption } from '../../catalogue/clients';
import { hasCatalogue } from '../../catalogue/clients/data';
import { librdkafkaKey } from '../../catalogue/clients/librdkafka';
import type { Options } from '../../model/call';
import type { ClientLibrary } from '../../model/scope';
import { spanOf } from '../code/clientCalls';
import { clientEntries, type Naming } from '../code/clientEntries';
import { ask, isHere } from '../code/code';
import { evaluate } from '../code/evaluate';
import type { Program } from '../code/idioms';
import { type Given, type Settings, settingsOf, stringName } from '../code/settings';
import { bare, childOf, type Node } from '../code/tree';
import { argumentsOf } from './arguments';
import { wholeOf } from './idioms';
import type { Instance } from './instances';

/** The options by which a client is made, and what stands for them in the text. */
export function creationOptions(program: Program, { library, role, creation }: Instance): Options | undefined {
  const list = creation && childOf(creation, 'ArgList');
  if (!list) return undefined;
  const { settings, literal } = library === 'rdkafka' ? ofMapping(program, list) : ofKeywords(program, list);
  const { entries, complete } = clientEntries(program, settings, namingOf(library, role), list);
  // None stands for the default.
  const set = entries.filter(({ value }) => !(value.kind === 'literal' && value.form === 'null' && !value.fallback));
  return { span: spanOf(literal), entries: set, completeness: complete ? 'complete' : 'fragment' };
}

/** The keywords of a call that is made on a client. */
export function keywordOptions(program: Program, call: Node): Options {
  const list = childOf(call, 'ArgList') ?? call;
  const { settings } = ofKeywords(program, list);
  const { entries, complete } = clientEntries(program, settings, { nameOf, canonical: (name) => name }, list);
  return { span: spanOf(list), entries, completeness: complete ? 'complete' : 'fragment' };
}

interface Found {
  readonly settings: Settings;
  /** What takes another option. */
  readonly literal: Node;
}

/** confluent-kafka takes a mapping, and keywords beside it or in its place. */
function ofMapping(program: Program, list: Node): Found {
  const { positional, keywords, spread } = argumentsOf(list);
  const named = keywords.find(({ key }) =>
    ['conf', 'config'].includes(program.root.source.text.slice(key.start, key.end)),
  );
  const mapping = positional[0] ?? named?.value;
  const base = mapping ? settingsOf(program, mapping) : EMPTY;
  const rest = spread.map((from) => settingsOf(program, from));
  const direct = keywords.filter((one) => one !== named).map(({ key, value }) => givenBy(key, value));
  const settings = joined([base, ...rest, { given: direct, complete: true }]);
  const origin = base.origin ?? (mapping && bare(mapping));
  return { settings, literal: origin?.type === 'DictionaryExpression' && isHere(program, origin) ? origin : list };
}

const EMPTY: Settings = { given: [], complete: true };

function ofKeywords(program: Program, list: Node): Found {
  const { keywords, spread } = argumentsOf(list);
  const direct = keywords.map(({ key, value }) => givenBy(key, value));
  return {
    settings: joined([{ given: direct, complete: true }, ...spread.map((from) => settingsOf(program, from))]),
    literal: list,
  };
}

function givenBy(key: Node, value: Node): Given {
  return { key, value, whole: wholeOf(key, value), conditional: false };
}

function joined(all: readonly Settings[]): Settings {
  return { given: all.flatMap(({ given }) => given), complete: all.every(({ complete }) => complete) };
}

function namingOf(library: ClientLibrary, role: string): Naming {
  if (!hasCatalogue(library)) return { nameOf, canonical: (name) => name };
  return {
    nameOf,
    canonical: (name) => {
      const own = library === 'rdkafka' ? librdkafkaKey(name)?.kafkaKey : clientOption(library, role, name)?.kafkaKey;
      return own ?? name;
    },
    said: (program, key, value) => {
      // None stands for no compression.
      const said = key === 'compression.type' ? ask(program, () => evaluate(program, value)) : undefined;
      return said?.form === 'null' && !said.fallback ? { text: 'none', form: 'enum' } : undefined;
    },
  };
}

/** A keyword is its own name; a key of a dict is what it says. */
function nameOf(program: Program, { key }: Given): string | undefined {
  if (key.type === 'VariableName' && isKeyword(key)) return key.source.text.slice(key.start, key.end);
  return stringName(program, key);
}

function isKeyword(name: Node): boolean {
  const siblings = name.parent?.children ?? [];
  return name.parent?.type === 'ArgList' && siblings[siblings.indexOf(name) + 1]?.type === 'AssignOp';
}
