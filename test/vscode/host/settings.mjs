/** Quiet surroundings: nothing that asks, updates or takes room from what is being tested. */
export const QUIET_SETTINGS = {
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'git.enabled': false,
  // The server would search all processes for ports, again and again.
  'remote.autoForwardPorts': false,
  'remote.autoForwardPortsSource': 'output',
  'security.workspace.trust.startupPrompt': 'never',
  // TypeScript's server watches files itself: its requests would silence the watchers that extensions have.
  'typescript.tsserver.watchOptions': { watchFile: 'useFsEvents', watchDirectory: 'useFsEvents' },
  'typescript.disableAutomaticTypeAcquisition': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
};
