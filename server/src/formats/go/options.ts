import { clientOption } from '../../catalogue/clients';
import { type GoClient, isGoClient } from '../../catalogue/clients/goCounterparts';
import { kafkaValue } from '../../catalogue/clients/goValues';
import { librdkafkaKey } from '../../catalogue/clients/librdkafka';
import type { Options } from '../../model/call';
import type { Entry } from '../../model/entry';
import type { ClientLibrary } from '../../model/scope';
import { spanOf } from '../code/clientCalls';
import { clientEntries, type Naming, type Said } from '../code/clientEntries';
import { ask, textOf } from '../code/code';
import { settledValue } from '../code/evaluate';
import { follow } from '../code/follow';
import type { Program } from '../code/idioms';
import { usesOf } from '../code/names';
import { type Given, type Settings, settingsOf, stringName } from '../code/settings';
import { ancestor, bare, childOf, type Node } from '../code/tree';
import type { Made } from './clients';
import { ofOptions } from './idioms';
import { instanceOf } from './instances';
import { literalType } from './packages';

/** The options by which a client is made, and what stands for them in the text. */
export function creationOptions(program: Program, creation: Node, made: Made): Options {
  const from = made.from && ask(program, () => instanceOf(program, made.from ?? creation))?.made;
  if (made.from && !from) return { span: spanOf(creation), entries: [], completeness: 'fragment' };
  const source = from ?? made;
  const settings = together(source.given.map((node) => givenBy(program, node, source)));
  const { entries, complete } = clientEntries(program, settings, namingOf(source.library, source.takes), creation);
  const group = made.group ? [groupEntry(program, made.group)] : [];
  const span = spanOf(placeOf(creation, settings));
  return { span, entries: [...entries, ...group], completeness: complete ? 'complete' : 'fragment' };
}

/** `sarama.NewConsumerGroup(brokers, "orders", config)`. */
function groupEntry(program: Program, argument: Node): Entry {
  const span = spanOf(argument);
  return { key: 'group.id', writtenKey: 'groupID', keySpan: span, value: settledValue(program, argument), span };
}

function givenBy(program: Program, node: Node, made: Made): Settings {
  if (made.library === 'franz-go') return ofOption(program, node);
  if (made.takes === 'Writer') return ofWriter(program, node);
  const settings = settingsOf(program, node);
  // Only what NewConfig makes has the library's defaults.
  const isBare = settings.origin && literalType(settings.origin)?.name === 'Config';
  return isBare ? { ...settings, complete: false } : settings;
}

/** An option of its own, or a slice of them. */
function ofOption(program: Program, node: Node): Settings {
  const [part] = ofOptions(program, [node]);
  if (part?.kind === 'setting') return { given: [{ ...part, conditional: false }], complete: true };
  return settingsOf(program, node);
}

/** A writer's fields may be set after it is made. */
function ofWriter(program: Program, literal: Node): Settings {
  const holder = ancestor(literal, ({ type }) => type !== 'UnaryExp' && type !== 'ParenthesizedExp');
  const name = holder && childOf(holder, 'DefName', 'VariableName');
  const binding =
    holder && /^(?:VarDecl|VarSpec|Assignment)$/.test(holder.type) && name && program.idioms.bindingOf(nameNode(name));
  const last = binding ? usesOf(program, binding).at(-1) : undefined;
  return last ? settingsOf(program, last) : settingsOf(program, literal);
}

/** A name where it is declared is looked up as where it is used. */
function nameNode(name: Node): Node {
  return { ...name, type: 'VariableName' };
}

function together(all: readonly Settings[]): Settings {
  const origin = all.find((one) => one.origin)?.origin;
  const given = all.flatMap((one) => one.given);
  return { given, complete: all.every(({ complete }) => complete), ...(origin && { origin }) };
}

/** What takes another option: the literal, the statement that makes the configuration, or the call. */
function placeOf(creation: Node, { origin }: Settings): Node {
  if (origin?.type === 'TypedLiteral') return childOf(origin, 'LiteralValue') ?? origin;
  const statement = origin && ancestor(origin, ({ type }) => /^(?:VarDecl|VarSpec|Assignment)$/.test(type));
  if (statement) return statement;
  const own = bare(creation);
  return childOf(own, 'LiteralValue', 'Arguments') ?? own;
}

function namingOf(library: ClientLibrary, takes: string): Naming {
  if (!isGoClient(library)) {
    return {
      nameOf: (program, { key }) => stringName(program, key),
      canonical: (name) => librdkafkaKey(name)?.kafkaKey ?? name,
    };
  }
  return {
    nameOf: (_, given) => fieldName(given, library),
    canonical: (name) => clientOption(library, takes, name)?.kafkaKey ?? name,
    said: (program, key, value) => saidBy(program, library, key, value),
  };
}

const OF_CONFIG =
  /\b(?:(?:Admin|Net|Metadata|Producer|Consumer)\.[\w.]+|(?:ClientID|RackID|ChannelBufferSize|ApiVersionsRequest|Version|MetricRegistry))$/;

/** `Producer.Flush.Bytes` of sarama's configuration; a field or an option otherwise. */
function fieldName({ key }: Given, library: GoClient): string | undefined {
  const text = textOf(key);
  return library === 'sarama' ? OF_CONFIG.exec(text)?.[0] : text.slice(text.lastIndexOf('.') + 1);
}

/** Options whose presence alone says no. */
const FLAGS: ReadonlySet<string> = new Set(['enable.idempotence', 'enable.auto.commit']);

function saidBy(program: Program, library: GoClient, key: string, value: Node): Said | 'unknown' | undefined {
  if (library === 'franz-go' && FLAGS.has(key)) return { text: 'false', form: 'boolean' };
  const behind = ask(program, () => follow(program, value));
  const text = kafkaValue(library, key, textOf(behind));
  if (text !== undefined) return { text, form: key.endsWith('.ms') ? 'number' : 'enum' };
  // A number that stands for no duration is one of nanoseconds, or what is not understood.
  return key.endsWith('.ms') ? 'unknown' : undefined;
}
