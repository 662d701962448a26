import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What other programs leave beside files: `._name` (macOS on other file systems), `.#name` and `#name#` (Emacs), `~$name`
 * (Office), `name~.json`, `name.bak.json` and the like (editors' backups).
 */
const STRAY = /^[.#~]|(?:~|\.(?:bak|backup|old|orig|tmp))\.[a-z]+$/iu;

/**
 * The files of a folder that somebody meant to be there, ordered by name.
 * @param ending with its dot, such as `.json`; its case does not matter
 * @returns their paths
 * @throws the file system's error when the folder cannot be read
 */
export async function dataFiles(folder: string, ending: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter(
      (entry) => (entry.isFile() || entry.isSymbolicLink()) && entry.name.toLowerCase().endsWith(ending),
    )
    .map(({ name }) => name)
    .filter((name) => !STRAY.test(name))
    .sort()
    .map((name) => join(folder, name));
}
