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
} as const;
