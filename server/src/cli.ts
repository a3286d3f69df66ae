import { version } from '../../package.json';
import { run } from './cli/run';
import { readStdin } from './cli/stdin';

// `kafka-lint | head` closes the pipe early, which is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const [command] = process.argv.slice(2);
if (command === 'mcp') {
  // A bundle of its own: linting has no use for the protocol of assistants.
  void import('./mcp');
} else {
  process.exitCode = run(process.argv.slice(2), {
    cwd: process.cwd(),
    version,
    color: process.stdout.isTTY === true && !process.env.NO_COLOR,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    readStdin,
  });
}
