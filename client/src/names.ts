/** Also the section of our settings, of which the client library takes `trace.server`. */
export const CLIENT_ID = 'kafkaLint';
export const CLIENT_NAME = 'Kafka Config Lint';

/** The commands that package.json contributes, and those that only the server's answers name. */
export const COMMANDS = {
  fixAll: 'kafkaLint.fixAll',
  applyPreset: 'kafkaLint.applyPreset',
  explainRule: 'kafkaLint.explainRule',
  showOutput: 'kafkaLint.showOutput',
  restartServer: 'kafkaLint.restartServer',
  selectTargetVersion: 'kafkaLint.selectTargetVersion',
  selectRole: 'kafkaLint.selectRole',
  changeTarget: 'kafkaLint.changeTarget',
  findGroup: 'kafkaLint.findGroup',
  findThisGroup: 'kafkaLint.findThisGroup',
  upgradeReport: 'kafkaLint.upgradeReport',
  addCluster: 'kafkaLint.addCluster',
  editCluster: 'kafkaLint.editCluster',
  removeCluster: 'kafkaLint.removeCluster',
  connect: 'kafkaLint.connect',
  disconnect: 'kafkaLint.disconnect',
  disconnectThis: 'kafkaLint.disconnectThis',
  editThis: 'kafkaLint.editThis',
  removeThis: 'kafkaLint.removeThis',
  connectWithFile: 'kafkaLint.connectWithFile',
  refreshLag: 'kafkaLint.refreshLag',
  filterLag: 'kafkaLint.filterLag',
  clearLagFilter: 'kafkaLint.clearLagFilter',
  openLagChart: 'kafkaLint.openLagChart',
  showWorstGroup: 'kafkaLint.showWorstGroup',
  muteGroup: 'kafkaLint.muteGroup',
  unmuteGroup: 'kafkaLint.unmuteGroup',
  copyLagName: 'kafkaLint.copyLagName',
  copyLag: 'kafkaLint.copyLag',
  exportLag: 'kafkaLint.exportLag',
  openConfiguration: 'kafkaLint.openConfiguration',
  lintWorkspace: 'kafkaLint.lintWorkspace',
  refreshChecklist: 'kafkaLint.refreshChecklist',
  groupBySeverity: 'kafkaLint.groupBySeverity',
  groupByRule: 'kafkaLint.groupByRule',
  groupByFile: 'kafkaLint.groupByFile',
  explainThisRule: 'kafkaLint.explainThisRule',
  compareWithFile: 'kafkaLint.compareWithFile',
  copyClusterCommand: 'kafkaLint.copyClusterCommand',
} as const;

/** The views and context keys that package.json names. */
export const LAG_VIEW = 'kafkaLint.lag';
export const CLUSTER_VIEW = 'kafkaLint.cluster';
export const HEALTH_VIEW = 'kafkaLint.health';
export const CHECKLIST_VIEW = 'kafkaLint.checklist';
/** How the findings there are grouped: a context key, and what is kept of it. */
export const HEALTH_GROUPING = 'kafkaLint.healthGrouping';
/** Which welcome the view of lag has. */
export const LAG_WELCOME = 'kafkaLint.lagWelcome';
export const LAG_FILTERED = 'kafkaLint.lagFiltered';
/** The kind of webview that the chart is; also in what a restarted editor restores. */
export const LAG_CHART = 'kafkaLint.lagChart';
/** What offers the server for assistants. */
export const MCP_PROVIDER = 'kafkaLint.mcp';
/** What our diagnostics say they are from. */
export const DIAGNOSTIC_SOURCE = 'kafka-lint';
