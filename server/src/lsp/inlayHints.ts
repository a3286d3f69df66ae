import { inlayHints as hintsIn } from '../features/inlayHints';
import type { LanguageFeature } from './context';
import { toSpan } from './convert';
import { guarded } from './guard';

export const inlayHints: LanguageFeature = {
  capabilities: () => ({ inlayHintProvider: true }),
  register(context) {
    const { connection, client } = context;
    connection.languages.inlayHint.on(
      guarded(context, 'Inlay hints', [], ({ source, document, settings }, { range }) => {
        if (settings.all.inlayHints !== 'on') return [];
        const hints = hintsIn(document, toSpan(source, range));
        return hints.map(({ offset, label }) => ({ position: source.positionAt(offset), label, paddingLeft: true }));
      }),
    );
    if (client.refreshInlayHints) context.onSettings(() => connection.languages.inlayHint.refresh());
  },
};
