import type { Span } from '../model/span';

export interface HoverText {
  readonly span: Span;
  readonly markdown: string;
}
