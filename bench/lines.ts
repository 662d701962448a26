import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** A program in a process of its own that reads a question on each line and writes one line for each. */
export interface LineProgram {
  /** Sends one line. @returns ms until the line that answers it is here */
  ask(line: string): Promise<number>;
  stop(): Promise<void>;
}

/**
 * Starts a program and waits until it reads.
 * @param file path of its JavaScript file, from this folder
 */
export async function startLineProgram(file: string, ...args: string[]): Promise<LineProgram> {
  const child = spawn(process.execPath, [fileURLToPath(new URL(file, import.meta.url)), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exit = new Promise((resolve) => child.once('close', resolve));
  const { input, answers } = linesOf(child);
  const ask = async (line: string): Promise<number> => {
    const started = performance.now();
    input.write(`${line}\n`);
    const { done } = await answers.next();
    if (done === true) throw new Error(`${file} ended`);
    return performance.now() - started;
  };
  // What cannot be read is answered at once, so that loading the program is no part of the first question's time.
  await ask('not a question');
  return {
    ask,
    async stop() {
      input.end();
      await exit;
    },
  };
}

function linesOf({ stdin, stdout }: ChildProcess & { stdin: Writable; stdout: Readable }) {
  return { input: stdin, answers: createInterface({ input: stdout })[Symbol.asyncIterator]() };
}
