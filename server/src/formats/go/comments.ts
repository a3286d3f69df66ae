import { placeOf } from '../code/comments';
import type { Comments } from '../format';

export const comments: Comments = {
  line: (text) => `// ${text}`,
  top: ({ text }) => (text.startsWith('\ufeff') ? 1 : 0),
  placeOf,
};
