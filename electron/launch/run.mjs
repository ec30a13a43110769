import {spawn} from 'node:child_process';

/**
 * Runs a program to its end. Its stdout goes to our stderr unless `stdout` says otherwise.
 * Answers {code, signal, seconds, output}; `output` is filled where `keep` asks for it.
 */
export function run(command, args, {cwd, env = process.env, stdout = 'to-stderr', keep = false, shell = false} = {}) {
  const began = Date.now();
  return new Promise((resolve, reject) => {
    const out = keep ? 'pipe' : stdout === 'inherit' ? 'inherit' : 2;
    const child = spawn(command, args, {cwd, env, shell, stdio: ['ignore', out, keep ? 'pipe' : 'inherit']});
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', chunk => {
        output += chunk;
        if (keep === 'and-show') process.stderr.write(chunk);
      });
    }
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({code, signal, seconds: (Date.now() - began) / 1000, output}));
  });
}
