import { type ExtensionContext, type LogOutputChannel, languages, type TextDocument, Uri } from 'vscode';
import { type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';
import { type FileFilter, fileFilters } from '../../server/src/protocol/files';
import type { InitializationOptions } from '../../server/src/protocol/protocol';
import { CLUSTER_SCHEME } from '../../server/src/protocol/runningUri';
import { COMMANDS } from './names';

/**
 * Every scheme but those of views that show a file's past or a comparison, where nobody edits; what a running cluster is
 * configured with is linted like a file.
 */
const SCHEMES = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web', 'memfs', CLUSTER_SCHEME];

type Filter = FileFilter & { readonly scheme: string };

/** The documents that the server is told of. */
export const SELECTOR: Filter[] = SCHEMES.flatMap((scheme): Filter[] =>
  fileFilters().map((filter) => ({ scheme, ...filter })),
);

/** True when the server is told of the document. */
export function isSelected(document: TextDocument): boolean {
  return languages.match(SELECTOR, document) > 0;
}

export function clientOptions(context: ExtensionContext, output: LogOutputChannel): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    docsBase: `${Uri.joinPath(context.extensionUri, 'docs', 'rules').toString()}/`,
    showRuleCommand: COMMANDS.explainRule,
    presetCommand: COMMANDS.applyPreset,
    copyCommand: COMMANDS.copyClusterCommand,
    status: true,
    health: true,
    readFile: true,
  };
  return {
    documentSelector: SELECTOR,
    initializationOptions,
    outputChannel: output,
    // What goes wrong is in the output; the library would show its text, which may be a file's, as it is.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticPullOptions: { onChange: true, onSave: false, onTabs: false },
  };
}
