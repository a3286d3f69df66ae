import { folds } from '../features/folding';
import type { LanguageFeature } from './context';
import { toRange } from './convert';
import { guarded } from './guard';
import { SETTINGS_SELECTOR } from './settingsSelector';
import { FoldingRangeKind } from './values';

const KINDS = { region: FoldingRangeKind.Region, comment: FoldingRangeKind.Comment } as const;

export const folding: LanguageFeature = {
  capabilities: () => ({ foldingRangeProvider: { documentSelector: SETTINGS_SELECTOR } }),
  register(context) {
    const { connection, client } = context;
    connection.onFoldingRanges(
      guarded(context, 'Folding', [], ({ source, document }) =>
        folds(document).map(({ span, kind }) => {
          const { start, end } = toRange(source, span);
          const lines = { startLine: start.line, endLine: end.line, kind: KINDS[kind] };
          return client.lineFoldingOnly
            ? lines
            : { ...lines, startCharacter: start.character, endCharacter: end.character };
        }),
      ),
    );
  },
};
