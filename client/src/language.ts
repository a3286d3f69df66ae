import { config } from '@vscode/l10n';
import { l10n } from 'vscode';

// The entries of the extension import this first: tables of texts are made when their module is loaded.
if (l10n.bundle) config({ contents: l10n.bundle });
