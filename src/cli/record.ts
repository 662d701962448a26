import { SERVICE_URLS } from '../import/gather.js';
import { packagePath } from '../package-path.js';
import { readThings, runRecord } from './record-main.js';
import { recordsFolder } from './records-folder.js';
import { endWithReader } from './terminal.js';

endWithReader();

const folder = recordsFolder();

/** An address from the environment, without the slash at its end. */
function address(variable: string, usual: string): string {
  const chosen = process.env[variable]?.trim() ?? '';
  return (chosen === '' ? usual : chosen).replace(/\/+$/u, '');
}

process.exitCode = await runRecord(process.argv.slice(2), {
  folder,
  urls: {
    mygene: address('MYGENE_URL', SERVICE_URLS.mygene),
    datasets: address('DATASETS_URL', SERVICE_URLS.datasets),
    ctxp: address('CTXP_URL', SERVICE_URLS.ctxp),
  },
  things: await readThings(packagePath('data', 'vocabulary', 'things.json')),
  today: new Date().toISOString().slice(0, 10),
  print: (line) => console.log(line),
  printError: (line) => console.error(line),
});
