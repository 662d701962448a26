import type { GeneCatalogue } from '../catalogue/catalogue.js';
import { catalogueHandle } from '../catalogue/handle.js';
import { loadRecords, RecordError } from '../record/load.js';
import { runAsk } from './ask-main.js';
import { recordsFolder } from './records-folder.js';
import { endWithReader } from './terminal.js';

endWithReader();

async function catalogue(): Promise<GeneCatalogue | null> {
  const genes = catalogueHandle(recordsFolder());
  const problem = await genes.read();
  if (problem !== null) console.error(problem);
  return genes.current();
}

try {
  process.exitCode = await runAsk(process.argv.slice(2), {
    input: process.stdin,
    write: (text) => process.stdout.write(text),
    writeError: (text) => process.stderr.write(text),
    records: () => loadRecords(recordsFolder()),
    catalogue,
  });
} catch (error) {
  if (!(error instanceof RecordError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
