import { hoverAt, plainText } from '../features/hover';
import type { LanguageFeature } from './context';
import { toRange } from './convert';
import { guarded } from './guard';
import { MarkupKind } from './values';

export const hover: LanguageFeature = {
  capabilities: () => ({ hoverProvider: true }),
  register(context) {
    const { connection, client } = context;
    connection.onHover(
      guarded(context, 'Hover', null, ({ source, document, settings }, { position }) => {
        const showsValue = settings.all.inlayHints !== 'off';
        const found = hoverAt(document, source.offsetAt(position), showsValue);
        if (!found) return null;
        const contents = client.markdownHover
          ? { kind: MarkupKind.Markdown, value: found.markdown }
          : { kind: MarkupKind.PlainText, value: plainText(found.markdown) };
        return { contents, range: toRange(source, found.span) };
      }),
    );
  },
};
