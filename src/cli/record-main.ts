import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type GeneCatalogue, openCatalogue } from '../catalogue/catalogue.js';
import { CATALOGUE_FILE, CATALOGUE_FOLDER, CatalogueFileError } from '../catalogue/file.js';
import { comparison } from '../import/differences.js';
import { draftRecord } from '../import/draft.js';
import { entityLinker, type Things } from '../import/entities.js';
import { KNOWN_SPECIES, type SpeciesFacts } from '../import/facts.js';
import { type GatheredAll, gather, type ServiceUrls } from '../import/gather.js';
import { createHttp, type HttpTiming, ServiceError } from '../import/http.js';
import { SoundError } from '../import/sound.js';
import { TargetError } from '../import/target.js';
import { loadRecord, RecordError } from '../record/load.js';
import type { GeneRecord } from '../record/schema.js';
import { writeDraft } from './record-file.js';

export const RECORD_USAGE = `Usage: npm run record -- GENE [options]
Writes a draft record of a human gene from MyGene.info, NCBI Datasets and NCBI's citation exporter.
  GENE               a symbol, another name, or an NCBI, Ensembl or HGNC id: TP53, p53, 7157, ENSG00000141510, HGNC:11998
  --species LIST     beside the human gene: ${others().join(', ')} (default mouse; none for none)
  --out FILE         where the record goes (default: the records folder, named like the command)
  --email ADDRESS    for the services' operators, in case something goes wrong
  --refresh          bring only what still comes from a service up to date in a file that was edited
  --compare          write nothing; show fact by fact what the services say beside the record
Other addresses: MYGENE_URL, DATASETS_URL and CTXP_URL.
`;

function others(): string[] {
  return KNOWN_SPECIES.slice(1).map(({ id }) => id);
}

/** What the command works with. */
export interface RecordEnvironment {
  /** the records folder */
  readonly folder: string;
  readonly urls: ServiceUrls;
  /** the vocabulary of things that records speak of, as the content of its file */
  readonly things: Things;
  /** "2026-11-27" */
  readonly today: string;
  readonly print: (line: string) => void;
  readonly printError: (line: string) => void;
  readonly timing?: HttpTiming;
}

interface Wish {
  readonly gene: string;
  readonly species: readonly SpeciesFacts[];
  readonly out: string | null;
  readonly email: string | null;
  readonly refresh: boolean;
  readonly compare: boolean;
}

/**
 * Runs `npm run record`.
 * @returns the exit code: 0; 1 when nothing could be written or neither of the two services about genes answered
 */
export async function runRecord(args: readonly string[], environment: RecordEnvironment): Promise<number> {
  const wish = readWish(args);
  if (typeof wish === 'string') {
    environment.printError(wish);
    return wish === RECORD_USAGE ? 0 : 1;
  }
  try {
    return await makeRecord(wish, environment);
  } catch (error) {
    const isExplained =
      error instanceof TargetError ||
      error instanceof ServiceError ||
      error instanceof SoundError ||
      error instanceof RecordError;
    if (!isExplained && !(error instanceof Error && 'code' in error)) throw error;
    environment.printError(error.message);
    return 1;
  }
}

/** @returns what to print instead of doing anything, where the arguments are not clear */
function readWish(args: readonly string[]): Wish | string {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return `${error.message}\n${RECORD_USAGE}`;
  }
  const { values, positionals } = parsed;
  if (values.help) return RECORD_USAGE;
  const gene = positionals.join(' ').trim();
  if (gene === '') return `Which gene?\n${RECORD_USAGE}`;
  const species = readSpecies(values.species);
  if (typeof species === 'string') return species;
  const email = values.email ?? null;
  if (email !== null && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/u.test(email))
    return `--email: "${email}" is no address.`;
  return { gene, species, email, out: values.out ?? null, refresh: values.refresh, compare: values.compare };
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      species: { type: 'string', default: 'mouse' },
      out: { type: 'string' },
      email: { type: 'string' },
      refresh: { type: 'boolean', default: false },
      compare: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
}

function readSpecies(list: string): readonly SpeciesFacts[] | string {
  const [own, ...known] = KNOWN_SPECIES;
  const wanted = list
    .toLowerCase()
    .split(/[\s,]+/u)
    .filter((each) => each !== '' && each !== 'none' && each !== own?.id);
  const unknown = wanted.find((each) => !known.some(({ id }) => id === each));
  if (unknown !== undefined) return `--species: "${unknown}" is not known. Known: ${others().join(', ')}.`;
  return known.filter(({ id }) => wanted.includes(id));
}

async function makeRecord(wish: Wish, environment: RecordEnvironment): Promise<number> {
  const { folder, print, printError, urls, today } = environment;
  const catalogue = await catalogueOf(folder, printError);
  const contact = wish.email === null ? '' : `; mailto:${wish.email}`;
  const { gathered, failed } = await gather(wish.gene, {
    http: createHttp(`il32-bot (npm run record${contact})`, environment.timing),
    urls,
    catalogue,
    species: wish.species,
    email: wish.email,
    today,
    report: printError,
  });
  const { record, gaps } = draftRecord(gathered, entityLinker(environment.things));
  print(contents(record));
  for (const gap of [...failed.map((each) => `Not had from ${each}.`), ...gaps]) print(gap);
  const file = wish.out ?? join(folder, `${record.command}.json`);
  if (wish.compare) {
    const present = await loadRecord(file);
    for (const line of comparison(present, record, [file, 'the services'])) print(line);
    return 0;
  }
  const base = join(folder, CATALOGUE_FOLDER, 'drafts', `${record.command}.json`);
  await writeDraft(record, { file, base, refresh: wish.refresh, isPartial: failed.length > 0, print });
  print(
    'It is a draft: read it, and write the statements marked "not yet reviewed" anew. npm run check checks it.',
  );
  return isAnswered(failed) ? 0 : 1;
}

function isAnswered(failed: GatheredAll['failed']): boolean {
  return !['MyGene.info', 'NCBI Datasets'].every((service) =>
    failed.some((each) => each.startsWith(service)),
  );
}

async function catalogueOf(
  folder: string,
  printError: (line: string) => void,
): Promise<GeneCatalogue | null> {
  try {
    return await openCatalogue(join(folder, CATALOGUE_FOLDER, CATALOGUE_FILE));
  } catch (error) {
    if (error instanceof CatalogueFileError) printError(error.message);
    else if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    return null;
  }
}

function contents({ names, identifiers, locations, statements, references }: GeneRecord): string {
  const [symbol, fullName] = names;
  const leads = statements.filter(({ source }) => source === 'generif').length;
  return `${symbol?.name ?? ''} (${fullName?.name ?? ''}): ${names.length} names, ${identifiers.length} identifiers, ${locations.length} places, ${statements.length - leads} sentences of the RefSeq summary, ${leads} leads, ${references.length} references`;
}

const thingsFile = z.record(z.string(), z.record(z.string(), z.array(z.string())));

/** The vocabulary of things, from its file. Without it statements are found by their words alone. */
export async function readThings(file: string): Promise<Things> {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  return thingsFile.parse(JSON.parse(text));
}
