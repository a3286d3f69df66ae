import { version } from '../../package.json';
import { type Command, readArguments } from './cli/arguments';
import { TROUBLE } from './cli/exitCode';
import type { CliHost } from './cli/host';
import { run } from './cli/run';
import { readStdin } from './cli/stdin';

// `kafka-lint | head` closes the pipe early, which is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const host: CliHost = {
  cwd: process.cwd(),
  version,
  color: process.stdout.isTTY === true && !process.env.NO_COLOR,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  readStdin,
};

void main(readArguments(process.argv.slice(2)));

async function main(command: Command): Promise<void> {
  if (command.kind === 'mcp') {
    // A bundle of its own, which reads the arguments itself: linting has no use for the protocol of assistants.
    await import('./mcp');
    return;
  }
  if (command.kind === 'lag') {
    const { runLag } = await import('./live');
    process.exitCode = await runLag(command.options, { ...host, stop: stopSignal() });
    return;
  }
  const address = command.kind === 'lint' ? command.options.cluster : undefined;
  if (!address) {
    process.exitCode = run(command, host);
    return;
  }
  const { readCluster } = await import('./live');
  const running = await readCluster(address, host);
  process.exitCode = running ? run(command, host, running) : TROUBLE;
}

/** Aborted when somebody ends the process, or closes what it writes to. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.stdout.once('error', stop);
  return controller.signal;
}
