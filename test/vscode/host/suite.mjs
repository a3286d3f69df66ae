// Runs a mocha suite in the extension host of VS Code's server and reports what it printed.
import { openBrowser, remoteUri, workbenchUrl } from './workbench.mjs';

/** How much of VS Code's own log a failed suite shows. */
const LOG_LINES = 60;

/**
 * @param {object} options
 * @param {import('./server.mjs').Server} options.server
 * @param {string} options.browser path of the browser
 * @param {string} options.extension folder of the extension under development
 * @param {string} options.tests CommonJS module with `run(): Promise<void>`, without its suffix
 * @param {string} options.workspace folder to open
 * @param {boolean} options.web the server's own configuration names extension and tests
 * @param {readonly string[]} options.secrets what must not be logged
 * @param {number} options.limit milliseconds after which the run is given up
 * @param {AbortSignal} options.signal
 * @returns {Promise<number>} the suite's exit code
 */
export async function runSuite({ server, browser: path, extension, tests, workspace, web, secrets, limit, signal }) {
  const browser = await openBrowser(path);
  const log = keepLog();
  try {
    const page = await browser.newPage();
    const payload = [['skipWelcome', 'true']];
    if (!web) {
      payload.push(['extensionDevelopmentPath', remoteUri(server, extension)]);
      payload.push(['extensionTestsPath', remoteUri(server, tests)]);
    }
    const exit = exitOf(page, limit, signal);
    await page.exposeFunction('codeAutomationLog', log.add);
    await page.goto(workbenchUrl(server, workspace, payload));
    const code = await exit;
    const errors = [...log.errorsOf(extension), ...log.leaks(secrets)];
    if (errors.length > 0) console.error(`\nThe extension left errors in VS Code's log:\n${errors.join('\n')}`);
    if (code !== 0) log.show();
    return code === 0 && errors.length > 0 ? 1 : code;
  } catch (error) {
    log.show();
    throw error;
  } finally {
    await browser.close();
  }
}

/** The page calls `codeAutomationExit` when the suite is through; silence and interrupts end the wait too. */
function exitOf(page, limit, signal) {
  const exit = new Promise((resolve, reject) => {
    const give = (reason) => reject(new Error(reason));
    const timer = setTimeout(give, limit, `the suite said nothing for ${limit / 1000} s`);
    signal.addEventListener('abort', () => give('interrupted'), { once: true });
    page.once('crash', () => give('the page crashed'));
    const settle = (code) => {
      clearTimeout(timer);
      resolve(Number(code));
    };
    page.exposeFunction('codeAutomationExit', settle).catch(reject);
    page.once('close', () => clearTimeout(timer));
  });
  // Whoever awaits it sees the rejection; one that comes while the page still loads is not lost either.
  exit.catch(() => undefined);
  return exit;
}

/**
 * Everything that VS Code logs arrives here, the extension host's console among it. The suite's report is what is
 * indented, as mocha's is; the rest is kept, and shown only when the suite fails.
 */
function keepLog() {
  const kept = [];
  return {
    add(type, args) {
      const text = args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ');
      if (/^(\s|$)/.test(text)) console.log(text);
      else kept.push(`${type}: ${text}`);
    },
    /** Errors that name the extension by its commands and settings, or by its code, as unhandled rejections do. */
    errorsOf(extension) {
      const own = (line) => line.includes(`${extension}dist/`) || (line.startsWith('error:') && /kafkaLint/.test(line));
      return kept.filter((line) => /^(error|warn):/.test(line) && own(line));
    },
    leaks: (secrets) =>
      secrets.some((secret) => kept.join().includes(secret)) ? ["VS Code's log holds a secret."] : [],
    show() {
      console.error(`\nThe last lines of VS Code's log:\n${kept.slice(-LOG_LINES).join('\n')}`);
    },
  };
}
