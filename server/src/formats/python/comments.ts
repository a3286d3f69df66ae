import type { ConfigDocument } from '../../model/document';
import { placeOf } from '../code/comments';
import type { Comments } from '../format';

export const comments: Comments = { line: (text) => `# ${text}`, top, placeOf };

/** Behind a byte order mark, a shebang and a line that names the encoding. */
function top({ text }: ConfigDocument): number {
  return /^\ufeff?(?:#!.*(?:\r\n|\r|\n|$))?(?:#.*coding[:=].*(?:\r\n|\r|\n|$))?/.exec(text)?.[0].length ?? 0;
}
