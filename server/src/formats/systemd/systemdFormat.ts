import type { PublishedPort } from '../../model/container';
import type { ConfigDocument } from '../../model/document';
import { fileNameOf } from '../../protocol/fileKinds';
import type { MutableEntry } from '../../recognition/parts';
import { typingBehind } from '../assignments/typing';
import type { Assigning, AssignmentWord, WordDialect } from '../assignments/word';
import { wordSite } from '../assignments/wordSite';
import { environmentDrafts } from '../containers/environmentFile';
import { couldBeRead, emptyDocument, type Format, type ParseInput } from '../format';
import { isAboutKafka } from '../machine/about';
import { linkLast } from '../overridden';
import { documentOf, HASH_COMMENTS } from '../sites/document';
import { renderEdits } from '../sites/render';
import { withSite } from '../sites/site';
import { files } from './files';
import { processOf, unitLimits } from './limits';
import { readUnit, type UnitSetting } from './read';

/** The environment of systemd's services, and of the containers that Podman makes of its own units. */
export const systemdFormat: Format = {
  files,
  parse,
  render: renderEdits,
  comments: HASH_COMMENTS,
  typing: typingBehind({
    keyword: /^[ \t]*Environment[ \t]*=[ \t]*(?:\S.*[ \t])?$/,
    before: 'Environment=',
    continued: /\\[ \t]*[\r\n]+$/,
  }),
};

function parse(input: ParseInput): ConfigDocument {
  const { text, path } = input;
  if (!couldBeRead(files, text) || !(isAboutKafka(path, text) || /connect_/i.test(text)))
    return emptyDocument(files, input);
  const { settings, environment, comments } = readUnit(text);
  const variables = linkLast(environment.flatMap((line) => line.words.map((word) => variableOf(line, word))));
  const of = (key: string): UnitSetting[] =>
    settings.filter((setting) => setting.section === 'Container' && setting.key === key);
  const image = of('Image').at(-1);
  const name = of('ContainerName').at(-1)?.value ?? fileNameOf(path).replace(/\.\w+$/, '');
  const process = processOf(settings, path);
  const ofProcesses = environmentDrafts(variables, {
    name,
    span: { start: 0, end: text.length },
    ...(process && { process }),
    ...(image && { image: { text: image.value, span: image.valueSpan } }),
    ports: of('PublishPort').flatMap((setting) => portOf(setting) ?? []),
    hosts: [name, ...of('HostName').map(({ value }) => value), ...of('NetworkAlias').map(({ value }) => value)],
    mounts: of('Volume').flatMap(
      ({ value }) => value.split(':').find((part, index) => index > 0 && part.startsWith('/')) ?? [],
    ),
  });
  const limits = unitLimits(settings, { path, text, process });
  const drafts = [...ofProcesses, ...(limits ? [limits] : [])];
  return documentOf(files, input, { drafts, comments, isUncertain: () => false });
}

function variableOf(line: Assigning, word: AssignmentWord): MutableEntry {
  const { name, text, dynamic, nameSpan, valueSpan, span } = word;
  const entry: MutableEntry = {
    key: name,
    writtenKey: name,
    keySpan: nameSpan,
    value: { kind: dynamic ? 'dynamic' : 'literal', text, span: valueSpan },
    span,
  };
  return withSite(entry, wordSite(line, word, DIALECT));
}

/** Quotes stand around name and value; images make lines of .properties files of it, where a backslash is twice. */
const DIALECT: WordDialect = {
  word: (name, value) => {
    const wanted = `${name}=${value.replaceAll('\\', '\\\\').replaceAll('%', '%%')}`;
    return /^[\w.,:/@+=;%(){}*-]*$/.test(wanted)
      ? wanted
      : `"${wanted.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;
  },
  instruction: (word) => `Environment=${word}`,
  continuation: ' \\',
};

/** `9092:9092`, `127.0.0.1:9092:9092`. */
function portOf({ value, valueSpan }: UnitSetting): PublishedPort | undefined {
  const [, address, host, container] = /^(?:(.*):)??(?:(\d*):)?(\d+)(?:\/tcp)?$/.exec(value) ?? [];
  if (container === undefined) return undefined;
  return {
    ...(host && { host: Number(host) }),
    container: Number(container),
    local: address !== undefined && /^(?:127\.|\[?::1\]?$)/.test(address),
    plain: false,
    span: valueSpan,
  };
}
