// The checker of the W3C over every page and style sheet of both sites.
import { execFile } from 'node:child_process';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { nothing } from './support/findings.js';
import { sites } from './support/world.js';

const JAR = join(dirname(fileURLToPath(import.meta.resolve('vnu-jar/package.json'))), 'build/dist/vnu.jar');
/** The checker reads files, for which `'self'` in the page's security policy means nothing. */
const NOT_SERVED = /violates Content Security Policy/;
/** It takes much Indonesian, and what the extremes have for it, for Malay. */
const GUESSED = /appears to be written in/;
// It runs beside the browser's tests.
const answers = check();

test('the HTML checker finds nothing in any page or style sheet', async (t) => {
  const messages = (await answers).filter((message) => !NOT_SERVED.test(message.message));
  for (const [text, count] of counted(messages.filter((message) => GUESSED.test(message.message)))) t.diagnostic(`on ${count} pages: ${text}`);
  nothing(messages.filter((message) => !GUESSED.test(message.message)).map(({ url, lastLine, message }) => ({
    where: `${url ? relative(join(sites[0].folder, '..'), decodeURI(url.replace(/^file:/, ''))) : 'the checker'}:${lastLine ?? ''}`,
    what: message,
  })));
});

function check() {
  const sheets = sites.flatMap((site) => site.files.filter((file) => file.endsWith('.css')).map((file) => join(site.folder, file)));
  const options = ['-Xss2m', '-jar', JAR, '--format', 'json', '--stdout', '--also-check-css', '--skip-non-html'];
  return new Promise((resolve, reject) => {
    execFile('java', [...options, ...sites.map((site) => site.folder), ...sheets], { maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      try {
        resolve(JSON.parse(stdout).messages);
      } catch {
        reject(new Error(`the checker did not run: ${stderr || error}`));
      }
    });
  });
}

function counted(messages) {
  const counts = new Map();
  for (const { message } of messages) counts.set(message, (counts.get(message) ?? 0) + 1);
  return counts;
}
