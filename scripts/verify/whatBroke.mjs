/** How many lines one failed test gets, and how long each may be: enough for its names and the first of its message. */
const LINES_OF_A_TEST = 8;
const LONGEST_LINE = 200;

/**
 * The last of a step's output that says what broke, since CI shows the end of a log and cuts the middle: the failed tests
 * with their messages, or the last lines where no test failed.
 * @param {string} output what the step printed
 * @param {number} most how many lines are given
 * @returns {string[]}
 */
export function whatBroke(output, most) {
  const lines = output.split(/\r?\n/).map((line) => line.trimEnd().slice(0, LONGEST_LINE));
  const tests = failedTests(lines);
  if (tests.length === 0) return lines.filter(Boolean).slice(-most);
  const shown = [];
  for (const [index, test] of tests.entries()) {
    const room = most - shown.length - 1;
    if (room < Math.min(test.length, LINES_OF_A_TEST)) return [...shown, `  … and ${tests.length - index} more`];
    shown.push(...test.slice(0, LINES_OF_A_TEST));
  }
  return shown;
}

/**
 * The blocks behind each "3 failing" of mocha's spec reporter, of which there is one for each run of mocha. Two empty lines end
 * the last of a run.
 */
function failedTests(lines) {
  const tests = [];
  let expected = 0;
  let number = 1;
  let open;
  for (const [index, line] of lines.entries()) {
    const failing = /^\s*(\d+) failing$/.exec(line);
    if (failing) [expected, number] = [Number(failing[1]), 1];
    else if (number <= expected && new RegExp(`^\\s*${number}\\) `).test(line)) {
      open = [line];
      tests.push(open);
      number += 1;
    } else if (line === '' && lines[index - 1] === '') open = undefined;
    else if (tellsSomething(line)) open?.push(line);
  }
  return tests;
}

const tellsSomething = (line) => line !== '' && !/^\s+at /.test(line);
