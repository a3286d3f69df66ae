import { placeOf } from '../code/comments';
import type { Comments } from '../format';

/** Comments of the code's own, which stand where statements do. */
export const comments: Comments = {
  line: (text) => `// ${text}`,
  top: ({ text }) => (text.startsWith('\ufeff') ? 1 : 0),
  placeOf,
};
