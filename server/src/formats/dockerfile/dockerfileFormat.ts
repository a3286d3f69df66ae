import type { ConfigDocument } from '../../model/document';
import type { Value } from '../../model/entry';
import type { MutableEntry } from '../../recognition/parts';
import { typingBehind } from '../assignments/typing';
import type { Assigning, AssignmentWord, WordDialect } from '../assignments/word';
import { wordSite } from '../assignments/wordSite';
import { environmentDrafts } from '../containers/environmentFile';
import { couldBeRead, emptyDocument, type Format, type ParseInput } from '../format';
import { linkLast } from '../overridden';
import { documentOf } from '../sites/document';
import { lineAtSpan, renderAll, withEmbedded } from '../sites/embedded';
import type { PlacedDraft } from '../sites/placedDraft';
import { sameEntry, withSite } from '../sites/site';
import { files } from './files';
import { type Dockerfile, directivesIn, readDockerfile, type Stage } from './read';

/** The variables of images, which their containers have unless somebody sets others. */
export const dockerfileFormat: Format = {
  files,
  parse,
  render: renderAll,
  comments: { line: (text) => `# ${text}`, top: ({ text }) => directivesIn(text).length, placeOf: lineAtSpan },
  typing: typingBehind({
    keyword: /^[ \t]*ENV[ \t]+(?:\S.*[ \t])?$/i,
    before: 'ENV ',
    continued: /[\\`][ \t]*[\r\n]+$/,
  }),
};

function parse(input: ParseInput): ConfigDocument {
  const { text } = input;
  if (!couldBeRead(files, text)) {
    return emptyDocument(files, input);
  }
  const read = readDockerfile(text);
  const { comments, hereDocuments } = read;
  const own = documentOf(files, input, { drafts: draftsOf(read), comments, isUncertain: () => false });
  const blocks = hereDocuments.map(({ span, path }) => ({
    block: { span, indentation: 0 },
    path: path.replace(/^\//, ''),
  }));
  return withEmbedded(own, { blocks, comments }, input);
}

/** Stages that no other one builds on, each with the variables of those below it. */
function draftsOf({ stages, sign }: Dockerfile): PlacedDraft[] {
  const dialect = dialectOf(sign);
  const own = new Map(stages.map((stage) => [stage, variablesOf(stage, dialect)]));
  const below = (stage: Stage): Stage | undefined =>
    stages.slice(0, stages.indexOf(stage)).findLast(({ name }) => name !== undefined && name === stage.image.text);
  const bases = new Set(stages.map(below));
  return stages
    .filter((stage) => !bases.has(stage))
    .flatMap((stage) => {
      const chain = [stage];
      for (let base = below(stage); base; base = below(base)) chain.unshift(base);
      const image = chain[0]?.image ?? stage.image;
      const variables = linkLast(chain.flatMap((one) => (own.get(one) ?? []).map(sameEntry)));
      return environmentDrafts(variables, { name: stage.name ?? '', span: stage.span, image });
    });
}

function variablesOf({ environment }: Stage, dialect: WordDialect): MutableEntry[] {
  return environment.flatMap((instruction) => instruction.words.map((word) => variableOf(instruction, word, dialect)));
}

function variableOf(instruction: Assigning, word: AssignmentWord, dialect: WordDialect): MutableEntry {
  const entry: MutableEntry = {
    key: word.name,
    writtenKey: word.name,
    keySpan: word.nameSpan,
    value: writtenValue(word),
    span: word.span,
  };
  return withSite(entry, wordSite(instruction, word, dialect));
}

function writtenValue({ text, dynamic, fallback, valueSpan: span }: AssignmentWord): Value {
  if (dynamic) return { kind: 'dynamic', text, span };
  return { kind: 'literal', text, span, ...(fallback && { fallback: true }) };
}

/** Images make lines of .properties files of their variables, where a backslash has to be twice. */
function dialectOf(sign: string): WordDialect {
  const source = (value: string): string => {
    const wanted = value.replaceAll('\\', '\\\\');
    if (/^[\w.,:/@+=;-]*$/.test(wanted)) return wanted;
    if (!/['\\`]/.test(wanted)) return `'${wanted}'`;
    return `"${wanted.replace(/["$\\`]/g, (one) => (one === '"' || one === '$' || one === sign ? sign + one : one))}"`;
  };
  return {
    word: (name, value, old) => {
      const isOldForm = old !== undefined && old.valueSpan.start > old.nameSpan.end + 1;
      return `${name}${isOldForm ? ' ' : '='}${source(value)}`;
    },
    instruction: (word) => `ENV ${word}`,
    continuation: ` ${sign}`,
  };
}
