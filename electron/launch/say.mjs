// Runs on Node 20 before anything is installed: plain JavaScript, no imports from node_modules.

/** Says something to the person, in both languages, on stderr: stdout belongs to the one line that says where Tirek is. */
export function say(kk, ru) {
  process.stderr.write(`${kk}\n${ru}\n`);
}

/** An expected failure: says what to do next and ends with its code. */
export class Stop extends Error {
  constructor(kk, ru, code = 1) {
    super(ru);
    this.kk = kk;
    this.ru = ru;
    this.code = code;
  }
}

/** Of what was asked for by name, all is to be known. */
export function refuseUnknown(wanted, known) {
  const unknown = wanted.filter(name => !known.includes(name));
  if (unknown.length === 0) return;
  const names = known.join(', ');
  throw new Stop(
    `Белгісіз: ${unknown.join(' ')}. Бары: ${names}.`,
    `Неизвестно: ${unknown.join(' ')}. Есть: ${names}.`,
    64,
  );
}

/** Runs a launcher; a `Stop` becomes plain words and an exit code, anything else a stack for a developer. */
export async function launch(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (error instanceof Stop) {
      say(error.kk, error.ru);
      process.exitCode = error.code;
    } else {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      process.exitCode = 70;
    }
  }
}
