// What the command line does with a running cluster: a bundle of its own, which linting files has no use for.
export { readCluster } from './cli/live/describe';
export { runLag } from './cli/live/lag';
export { looksAt } from './cli/live/looks';
