import { createInterface } from 'node:readline';
import Fuse from 'fuse.js';
import { readLine } from '../src/cli/jsonl.js';
import { packagePath } from '../src/package-path.js';
import { loadRecords } from '../src/record/load.js';
import { factLines } from './fact-lines.js';

/**
 * Plain Fuse.js over the same facts, a question on each line and its best fact on a line of its own: what `ask --jsonl` is
 * compared with. With the argument `tokens`, Fuse.js searches word by word.
 */
const [record] = await loadRecords(packagePath('data'));
if (record === undefined) throw new Error('there is no record');
const useTokenSearch = process.argv[2] === 'tokens';
const fuse = new Fuse(factLines(record), { keys: ['text'], ignoreLocation: true, useTokenSearch });

function answer(line: string): unknown {
  try {
    const { q } = readLine(line);
    return { q, found: fuse.search(q)[0]?.item ?? null };
  } catch (error) {
    return { error: String(error) };
  }
}

for await (const line of createInterface({ input: process.stdin }))
  process.stdout.write(`${JSON.stringify(answer(line))}\n`);
