/** How many lines one failed test gets: at least its names and the first line of its message. */
const FEWEST_LINES = 2;
const MOST_LINES = 8;
const LONGEST_LINE = 200;

/**
 * The last of a step's output that says what broke, since CI shows the end of a log and cuts the middle: the failed tests
 * with their messages, or the last lines where no test failed.
 * @param {string} output what the step printed
 * @param {number} most how many lines are given
 * @returns {string[]}
 */
export function whatBroke(output, most) {
  const lines = output.split(/\r?\n/).map((line) => line.trimEnd());
  const tests = failedTests(lines);
  if (tests.length === 0) return lines.filter(Boolean).slice(-most).map(short);
  const each = Math.min(MOST_LINES, Math.max(FEWEST_LINES, Math.floor(most / tests.length)));
  const shown = tests.length * each <= most ? tests : tests.slice(0, Math.floor((most - 1) / each));
  const left = tests.length - shown.length;
  const told = shown.flatMap((test) => inOneLine(test).slice(0, each)).map(short);
  return left > 0 ? [...told, `  … and ${left} more`] : told;
}

const short = (line) => line.slice(0, LONGEST_LINE);

/** Mocha gives each suite around a test a line of its own, the last of which ends with a colon. */
function inOneLine(test) {
  const end = test.findIndex((line) => line.endsWith(':'));
  const [names, message] = [test.slice(0, end + 1), test.slice(end + 1)];
  return [`  ${names.map((name) => name.trim()).join(' ')}`, ...message];
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
