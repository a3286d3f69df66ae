import type { Comment } from '../../model/document';
import type { Span } from '../../model/span';
import { commentOf } from '../assignments/comments';
import { physicalLine } from '../assignments/logicalLine';
import { branchesOfScript } from './branches';
import { type Word, wordAt } from './words';

export interface Command {
  readonly words: readonly Word[];
  /** Which condition or function it stands in; empty where it runs for sure. */
  branch: string;
  /** The file that its output goes to, as it is written. */
  target?: Word;
  /** The command that reads its output. */
  pipedTo?: Command;
}

/** The lines that a command gets from the script itself. */
export interface HereDocument {
  readonly span: Span;
  readonly command: Command;
}

export interface Script {
  readonly commands: readonly Command[];
  readonly hereDocuments: readonly HereDocument[];
  readonly comments: readonly Comment[];
}

type Building = Command & { readonly words: Word[] };

/** Reads the simple commands of a script, in whatever loops and functions they are. */
export function readScript(text: string): Script {
  const commands: Building[] = [];
  const hereDocuments: HereDocument[] = [];
  const comments: Comment[] = [];
  const waiting: { delimiter: string; tabs: boolean; command: Building }[] = [];
  const branches = branchesOfScript();
  let command: Building = { words: [], branch: '' };
  let pipe: Building | undefined;
  const end = (sign: string): void => {
    if (command.words.length > 0) {
      command.branch = branches.of(command.words);
      commands.push(command);
      if (pipe) pipe.pipedTo = command;
    }
    // A list goes on in the line below its sign.
    if (sign !== '\n' || command.words.length > 0) branches.separated(sign);
    pipe = sign === '|' ? command : undefined;
    command = { words: [], branch: '' };
  };
  for (let at = text.startsWith('\ufeff') ? 1 : 0; at < text.length; ) {
    const char = text.charAt(at);
    const redirection = /^(?:\d?>>?[|&]?|<<-?(?!<)|<<<|<)/.exec(text.slice(at, at + 4))?.[0];
    if (char === '\n' || char === '\r') {
      end('\n');
      at = text.startsWith('\r\n', at) ? at + 2 : at + 1;
      for (const { delimiter, tabs, command: owner } of waiting.splice(0)) {
        const body = bodyAt(text, at, delimiter, tabs);
        hereDocuments.push({ span: { start: at, end: body.end }, command: owner });
        at = body.next;
      }
    } else if (char === ' ' || char === '\t') at++;
    else if (char === '\\' && /^\\\r?\n/.test(text.slice(at, at + 3))) at += text.charAt(at + 1) === '\r' ? 3 : 2;
    else if (char === '#') {
      const line = physicalLine(text, at);
      comments.push(commentOf(at, line.text.trimEnd()));
      at = line.end;
    } else if (redirection !== undefined && isWordStart(text, at)) {
      at = skipBlanks(text, at + redirection.length);
      const word = wordAt(text, at);
      if (/^<<-?$/.test(redirection)) waiting.push({ delimiter: word.text, tabs: redirection === '<<-', command });
      else if (/^1?>/.test(redirection)) command.target = word;
      at = Math.max(word.span.end, at);
    } else if (/[;&|()]/.test(char)) {
      const sign = /^(?:\(\s*\)|([;&|(])\1|\))/.exec(text.slice(at, at + 4))?.[0] ?? char;
      end(sign.replace(/\s/g, ''));
      at += sign.length;
    } else {
      const word = wordAt(text, at);
      command.words.push(word);
      at = Math.max(word.span.end, at + 1);
    }
  }
  end('\n');
  return { commands, hereDocuments, comments };
}

/** A digit belongs to a redirection only where it begins a word. */
function isWordStart(text: string, at: number): boolean {
  return !/\d/.test(text.charAt(at)) || at === 0 || /\s/.test(text.charAt(at - 1));
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text.charAt(at) === ' ' || text.charAt(at) === '\t') at++;
  return at;
}

function bodyAt(text: string, from: number, delimiter: string, tabs: boolean): { end: number; next: number } {
  for (let at = from; at < text.length; ) {
    const line = physicalLine(text, at);
    if ((tabs ? line.text.replace(/^\t+/, '') : line.text) === delimiter) return { end: at, next: line.end };
    if (line.next === line.end) break;
    at = line.next;
  }
  return { end: text.length, next: text.length };
}
