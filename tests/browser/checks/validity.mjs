// Valid HTML by the Nu checker, its warnings taken as seriously as its errors.

import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileOf } from '../folder.mjs';

const JAR = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

/** What may be passed over, with the reason. */
const PASSED_OVER = [
  // To the checker no relative address is 'self'. What a browser makes of the policy is seen by `opening`.
  /^Resource violates Content Security Policy .* (external stylesheet|external script|image) “(?!\/|\w+:)/,
  // It guesses by the letters; records that nobody has translated are marked with their own language.
  /^This document appears to be written in /,
];

export async function validity(folder) {
  const { messages } = JSON.parse(await check(folder.root));
  return messages
    .filter(({ message }) => !PASSED_OVER.some((pattern) => pattern.test(message)))
    .map(({ url, lastLine, type, subType, message }) => {
      const file = url ? fileOf(folder, new URL(url.replace(/^file:\/*/, 'file:///'))) : 'the checker';
      return `${file}:${lastLine ?? '?'}: ${subType ?? type}: ${message}`;
    });
}

/** The checker's answer as JSON; it says by its exit code too whether it found anything. */
function check(root) {
  const given = ['-Xss4m', '-jar', JAR, '--format', 'json', '--stdout', '--exit-zero-always', '--skip-non-html', root];
  return new Promise((resolve, reject) => {
    execFile('java', given, { maxBuffer: 1 << 28 }, (error, stdout) => (error ? reject(error) : resolve(stdout)));
  });
}
