import type { ConfigDocument } from '../../model/document';
import { placeOf } from '../code/comments';
import type { Comments } from '../format';
import { isComponent, scriptBlocks } from './source';

/** Comments of the code's own, which stand where statements or properties do. */
export const comments: Comments = { line: (text) => `// ${text}`, top, placeOf };

/** Behind a byte order mark and a shebang; in a component, at the beginning of the script that uses Kafka. */
function top({ uri, text, scopes }: ConfigDocument): number {
  if (!isComponent(uri)) return /^\ufeff?(?:#!.*(?:\r\n|\r|\n|$))?/.exec(text)?.[0].length ?? 0;
  const used = scopes[0]?.span.start ?? 0;
  const script = scriptBlocks(text).find(({ index, 0: all }) => used <= index + all.length);
  if (!script) return 0;
  const start = script.index + (script[1]?.length ?? 0);
  return start + (/^[ \t]*(?:\r\n|\r|\n)/.exec(text.slice(start))?.[0].length ?? 0);
}
