import type { ConfigDocument } from '../model/document';
import type { SettingEdit, TextEdit } from '../model/edit';
import type { Entry } from '../model/entry';
import type { Scope } from '../model/scope';
import type { Span } from '../model/span';
import { type FileKind, mentionsKafka } from '../protocol/fileKinds';
import type { Hints } from '../recognition/target';

/** The longest text that is parsed, in UTF-16 units; a longer one gets a `too-large` problem instead of findings. */
export const MAX_DOCUMENT_LENGTH = 5 * 1024 * 1024;

/** A file of the project: its text, and the name that it has on disk, as the file that refers to it would write it. */
export interface ImportedFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Gives a file that another one refers to, by the name that it uses; undefined when there is none. Names are relative
 * to the file that is read, also those that the files it refers to use.
 */
export type ImportedText = (name: string) => ImportedFile | undefined;

export interface ParseInput {
  readonly uri: string;
  /** The file's path with `/` or `\` between its parts; its name and folders tell about the role. */
  readonly path: string;
  readonly text: string;
  readonly hints?: Hints;
  /** The texts of the project's files that this one refers to. */
  readonly imported?: ImportedText;
  /** The format of a file that stands in a block of this one, by its path; absent where no blocks are read. */
  readonly formatOf?: (path: string) => Format | undefined;
}

/** A syntax: everything that anybody must know of it. `parse` never throws, and `render` gives edits that do not overlap. */
export interface Format {
  readonly files: FileKind;
  parse(input: ParseInput): ConfigDocument;
  render(document: ConfigDocument, edits: readonly SettingEdit[]): TextEdit[];
  /** Absent where the syntax has no comments. */
  readonly comments?: Comments;
  /** What stands between a key and a value that are typed into the document; `=` when absent. */
  separator?(document: ConfigDocument): string;
  /** How a key is typed at the offset, or in the place of the entry there, where that depends on what is around it. */
  typing?(document: ConfigDocument, offset: number, at: Entry | undefined): Typing | undefined;
  /** How a file refers to others of its project. */
  readonly imports?: Imports;
}

/** The place where a key is being typed. */
export interface Typing {
  readonly scope: Scope;
  /** What stands there of it. */
  readonly typed: Span;
  /** What has to be typed before it. */
  readonly before: string;
  /** What has to be typed between it and its value. */
  readonly separator: string;
  /** How the key is written there; empty for one that cannot be. */
  written(key: string): string;
}

/** Where comments on lines of their own can stand. */
export interface Comments {
  line(text: string): string;
  /** The first offset that can have one: behind a byte order mark, a shebang, the sign of a document. */
  top(document: ConfigDocument): number;
  /** Where that begins which a comment on the line before it would speak of, for something at the span. */
  placeOf(document: ConfigDocument, span: Span): number | undefined;
}

export interface Imports {
  /** The names of the files that a text asks for, as far as those that are known tell, as the first file would write them. */
  wanted(text: string, known: ImportedText): readonly string[];
  /** The names that such a file may have on disk, the likeliest first. */
  candidates(name: string): readonly string[];
}

/** A first look that costs little: a text of a size that is read, which mentions Kafka and is no binary file. */
export function couldBeRead(kind: FileKind, text: string): boolean {
  return text.length <= kind.reach && !text.includes('\0') && mentionsKafka(kind, text);
}

/** A document in which nothing is configured. */
export function emptyDocument({ id, family }: FileKind, { uri, text }: ParseInput): ConfigDocument {
  return { uri, format: id, family, text, entries: [], scopes: [], comments: [], directives: [], problems: [] };
}
