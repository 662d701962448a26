import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CATALOGUE_FOLDER } from '../catalogue/file.js';
import { HgncError } from '../catalogue/hgnc.js';
import { DownloadError } from '../import/download.js';
import { GenesError, makeCatalogue } from './genes-main.js';
import { recordsFolder } from './records-folder.js';
import { endWithReader } from './terminal.js';

endWithReader();

const USAGE = `Usage: npm run genes [-- FILE [WITHDRAWN]]
Makes the catalogue of all human genes, catalogue/genes.bin in the records folder, from HGNC's complete set.
  FILE       hgnc_complete_set.txt on this machine, packed with gzip or not; without it the file is fetched
  WITHDRAWN  HGNC's withdrawn.txt, if wanted
Other addresses: GENES_URL and WITHDRAWN_URL.
`;

const HGNC = 'https://storage.googleapis.com/public-download-files/hgnc/tsv/tsv';
const USER_AGENT = 'il32-bot (npm run genes)';

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h', default: false } },
  });
  if (values.help || positionals.length > 2) {
    process.stdout.write(USAGE);
    if (!values.help) process.exitCode = 1;
    return;
  }
  const folder = join(recordsFolder(), CATALOGUE_FOLDER);
  const chosen = process.env['GENES_URL']?.trim() || null;
  const withdrawn = process.env['WITHDRAWN_URL']?.trim() || null;
  await makeCatalogue({
    folder,
    files: positionals,
    genesUrl: chosen ?? `${HGNC}/hgnc_complete_set.txt`,
    withdrawnUrl: withdrawn ?? (chosen === null ? `${HGNC}/withdrawn.txt` : null),
    userAgent: USER_AGENT,
    print: (line) => console.log(line),
    progress: { isTerminal: process.stderr.isTTY, write: (text) => process.stderr.write(text) },
  });
}

try {
  await main();
} catch (error) {
  const isMistake =
    error instanceof GenesError || error instanceof HgncError || error instanceof DownloadError;
  if (!isMistake && !(error instanceof Error && 'code' in error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
