import { relative } from 'node:path';
import { loadRecord, loadRecords, RecordError, recordFiles } from '../record/load.js';
import { recordsFolder } from './records-folder.js';

/** Validates every record of the records folder: one line each; exit 1 when any is unsound. */
async function check(folder: string): Promise<boolean> {
  const files = await recordFiles(folder);
  let sound = true;
  for (const file of files) {
    try {
      const record = await loadRecord(file);
      const { names, identifiers, statements, references } = record;
      console.log(
        `${relative(process.cwd(), file)}: sound: /${record.command}, ${names.length} names, ${identifiers.length} cross-references, ${statements.length} statements, ${references.length} references`,
      );
    } catch (error) {
      if (!(error instanceof RecordError)) throw error;
      console.error(error.message);
      sound = false;
    }
  }
  if (sound) await loadRecords(folder);
  return sound;
}

try {
  const folder = process.argv[2] ?? recordsFolder();
  process.exitCode = (await check(folder)) ? 0 : 1;
} catch (error) {
  if (!(error instanceof RecordError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
