import { DATABASE_KEYS } from '../record/databases.js';
import { nameKey } from '../record/names.js';
import type { Entity, GeneName, GeneRecord, Identifier, Reference, Statement } from '../record/schema.js';
import { type PaperFact, paperId } from './ctxp.js';
import { speciesOf } from './draft-species.js';
import type { EntityLinker } from './entities.js';
import {
  first,
  type GeneFacts,
  type Had,
  KNOWN_SPECIES,
  type LeadFact,
  type SpeciesFacts,
  uniqueBy,
} from './facts.js';
import { soundRecord } from './sound.js';
import { type SourceId, sourcesOf } from './sources.js';
import { readSummary } from './summary.js';

/** All that was had of a gene. */
export interface Gathered {
  /** of the human gene, the most trusted origin first */
  readonly human: readonly GeneFacts[];
  /** of orthologs, the most trusted origin first */
  readonly others: readonly GeneFacts[];
  /** species that were asked for and have no ortholog, by the word of a service */
  readonly without: readonly SpeciesFacts[];
  readonly papers: readonly PaperFact[];
  /** RefSeq's part of MANE Select, without version */
  readonly mane: string | null;
  readonly asked: string;
  readonly catalogued: string | null;
  /** the approved symbols of other genes: a synonym that is one of them is theirs */
  readonly isOtherSymbol: (name: string) => boolean;
}

/** A draft and what could not be put into it, each in a sentence. */
export interface Draft {
  readonly record: GeneRecord;
  readonly gaps: readonly string[];
}

/** GeneRIFs that a draft takes. */
export const MOST_LEADS = 40;
const LONGEST_STATEMENT = 300;
const LONGEST_LABEL = 40;
const GENE_PAGE = 'ncbi-gene';

/**
 * Makes a record of version 2 out of what services said. Facts that a record cannot hold are left out and named.
 * @param link finds the entities of a sentence
 * @throws SoundError when there is no gene in it: no symbol
 */
export function draftRecord(gathered: Gathered, link: EntityLinker): Draft {
  const gaps: string[] = [];
  const symbol = first(gathered.human, ({ symbol: each }) => each) ?? { value: '', origin: 'hgnc' as const };
  const fullName = first(gathered.human, ({ fullName: each }) => each) ?? symbol;
  const entrez = identifierOf(gathered.human, 'ncbigene');
  const summary = first(gathered.human, ({ summary: each }) => each);
  const read = summary === null ? null : readSummary(summary.value);
  if (read !== null && !read.usable) gaps.push(`The summary was left out: ${read.reason}.`);
  const sentences = read?.usable === true ? summaryStatements(read.sentences, gaps) : [];
  const leads = leadStatements(gathered, gaps);
  const { statements, entities } = withEntities([...sentences, ...leads], link);
  const speciesFacts = speciesOf(gathered);
  const unknownPapers = papersMissing(gathered, leads);
  if (unknownPapers > 0)
    gaps.push(
      `${unknownPapers} ${unknownPapers === 1 ? 'paper is' : 'papers are'} known by PMID alone: no citation was had.`,
    );
  const record = {
    $schema: './record.schema.json',
    schemaVersion: 2,
    command: commandOf(symbol.value),
    definition: definitionOf(gathered, symbol.value, fullName.value),
    names: namesOf(gathered, { symbol, fullName }),
    species: speciesFacts.species,
    identifiers: identifiersOf(gathered, symbol),
    locations: speciesFacts.locations,
    cytobands: speciesFacts.cytobands,
    entities: [...entities],
    statements: [...statements],
    references: [genePage(gathered, symbol.value, fullName.value, entrez), ...referencesOf(gathered, leads)],
    sources: [],
  };
  const sources = sourcesOf({
    symbol: symbol.value,
    entrez,
    asked: gathered.asked,
    catalogued: gathered.catalogued,
    summarised: read?.usable === true ? read.date : null,
  });
  const draft = sources.filter(({ id }) => id === 'draft');
  const named = sources.filter(
    ({ id }) => id !== 'draft' && JSON.stringify(record).includes(`"source":"${id}"`),
  );
  const sound = soundRecord({ ...record, sources: [...draft, ...named] });
  return { record: sound.record, gaps: [...gaps, ...sound.gaps] };
}

/** "HLA-A" -> "hla-a" */
export function commandOf(symbol: string): string {
  return symbol
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/gu, '')
    .slice(0, 32);
}

function identifierOf(facts: readonly GeneFacts[], database: string): string | null {
  return (
    first(facts, (one) => one.identifiers.find((each) => each.database === database)?.accession ?? null)
      ?.value ?? null
  );
}

const TYPE_WORDS: readonly (readonly [RegExp, string])[] = [
  [/protein/iu, 'protein-coding gene'],
  [/pseudo/iu, 'pseudogene'],
  [/rna/iu, 'gene of a non-coding RNA'],
];

function definitionOf({ human }: Gathered, symbol: string, fullName: string): GeneRecord['definition'] {
  const type = first(human, ({ geneType }) => geneType)?.value ?? '';
  const band = first(human, ({ band: each }) => each)?.value;
  const what = TYPE_WORDS.find(([pattern]) => pattern.test(type))?.[1] ?? 'gene';
  const where = band === undefined ? '' : ` at ${band}`;
  return { text: `${symbol} (${fullName}) is a human ${what}${where}.`, references: [GENE_PAGE] };
}

function namesOf(
  { human, others, isOtherSymbol }: Gathered,
  own: { readonly symbol: Had<string>; readonly fullName: Had<string> },
): GeneName[] {
  const names: GeneName[] = [
    { name: own.symbol.value, kind: 'symbol', source: own.symbol.origin },
    ...(nameKey(own.fullName.value) === nameKey(own.symbol.value)
      ? []
      : [{ name: own.fullName.value, kind: 'name', source: own.fullName.origin } as const]),
  ];
  for (const { origin, aliases, previousSymbols } of human) {
    // a service's synonyms are mixed with other genes' symbols; HGNC's aliases are curated
    const kept = origin === 'hgnc' ? aliases : aliases.filter((name) => !isOtherSymbol(name));
    names.push(
      ...previousSymbols.map((name) => ({ name, kind: 'previous', source: origin }) as const),
      ...kept.map((name) => ({ name, kind: 'alias', source: origin }) as const),
    );
  }
  for (const { origin, taxon, symbol } of others) {
    const species = KNOWN_SPECIES.find((each) => each.taxon === taxon)?.id;
    if (symbol !== null && species !== undefined)
      names.push({ name: symbol, kind: 'symbol', species, source: origin });
  }
  return uniqueBy(names, ({ name }) => nameKey(name)).filter(({ name }) => nameKey(name) !== '');
}

function identifiersOf({ human, others, mane }: Gathered, symbol: Had<string>): Identifier[] {
  const rows: Identifier[] = [];
  for (const facts of [...human, ...others]) {
    const species = KNOWN_SPECIES.find(({ taxon }) => taxon === facts.taxon)?.id;
    if (species === undefined) continue;
    const before = new Set(rows.filter((row) => row.species === species).map(({ database }) => database));
    for (const { database, accession, label } of facts.identifiers) {
      const key = DATABASE_KEYS.find((each) => each === database);
      if (key === undefined || before.has(key)) continue;
      rows.push({
        database: key,
        species,
        accession,
        ...(label === undefined ? {} : { label }),
        source: facts.origin,
      });
    }
  }
  for (const key of ['genecards', 'pubmed_search'] as const)
    rows.push({ database: key, species: 'human', accession: symbol.value, source: symbol.origin });
  return labelled(
    uniqueBy(rows, (row) => `${row.database} ${row.species} ${row.accession}`),
    mane,
  );
}

/** Entries of one database and species need a label each; a single one needs none. */
function labelled(rows: readonly Identifier[], mane: string | null): Identifier[] {
  return rows.map(({ label, ...row }) => {
    const alike = rows.filter((each) => each.database === row.database && each.species === row.species);
    if (alike.length === 1) return row.accession === mane ? { ...row, label: 'MANE Select' } : row;
    const place = alike.findIndex(({ accession }) => accession === row.accession) + 1;
    return { ...row, label: (label ?? `entry ${place} of ${alike.length}`).slice(0, LONGEST_LABEL) };
  });
}

function summaryStatements(sentences: readonly string[], gaps: string[]): Statement[] {
  const fitting = sentences.filter((sentence) => sentence.length <= LONGEST_STATEMENT);
  if (fitting.length < sentences.length)
    gaps.push(
      `${sentences.length - fitting.length} of ${sentences.length} sentences of the summary were left out: longer than ${LONGEST_STATEMENT} characters.`,
    );
  return fitting.map((text, at) => ({
    ...statement(`summary-${at + 1}`, text, GENE_PAGE, 'refseq-summary'),
    importance: at === 0 ? 1 : 2,
  }));
}

function statement(id: string, text: string, reference: string, source: SourceId): Statement {
  return {
    id,
    text,
    polarity: 'positive',
    certainty: 'stated',
    importance: 3,
    mentions: [],
    references: [reference],
    source,
  };
}

function leadStatements({ human }: Gathered, gaps: string[]): Statement[] {
  const all = human.flatMap(({ leads }) => leads);
  const chosen = uniqueBy(all, ({ text }) => text.toLowerCase()).slice(0, MOST_LEADS);
  if (all.length > chosen.length)
    gaps.push(`${chosen.length} of ${all.length} GeneRIFs were taken, the newest papers first.`);
  const counts = new Map<string, number>();
  return chosen.map(({ pmid, text }: LeadFact) => {
    const count = (counts.get(pmid) ?? 0) + 1;
    counts.set(pmid, count);
    const id = count === 1 ? `generif-${pmid}` : `generif-${pmid}-${count}`;
    return statement(id, shortened(text), paperId(pmid), 'generif');
  });
}

function shortened(text: string): string {
  if (text.length <= LONGEST_STATEMENT) return text;
  return `${text.slice(0, LONGEST_STATEMENT - 1).replace(/\s+\S*$/u, '')}…`;
}

function withEntities(
  statements: readonly Statement[],
  link: EntityLinker,
): { readonly statements: readonly Statement[]; readonly entities: readonly Entity[] } {
  const linked = statements.map((each) => ({ each, found: link(each.text) }));
  return {
    statements: linked.map(({ each, found }) => ({ ...each, mentions: found.map(({ id }) => id) })),
    entities: uniqueBy(
      linked.flatMap(({ found }) => found),
      ({ id }) => id,
    ),
  };
}

function genePage({ asked }: Gathered, symbol: string, fullName: string, entrez: string | null): Reference {
  const [year = 2000, month = 1, day = 1] = asked.split('-').map(Number);
  return {
    id: GENE_PAGE,
    type: 'webpage',
    title: `${symbol} ${fullName} [Homo sapiens (human)] - Gene`,
    publisher: 'National Center for Biotechnology Information',
    accessed: { 'date-parts': [[year, month, day]] },
    URL: `https://www.ncbi.nlm.nih.gov/gene/${entrez ?? `?term=${encodeURIComponent(symbol)}`}`,
  };
}

/** The papers behind the leads. One whose citation could not be had is known by its PMID alone. */
function referencesOf({ papers }: Gathered, leads: readonly Statement[]): object[] {
  const wanted = uniqueBy(
    leads.flatMap(({ references }) => references),
    (id) => id,
  );
  const had = new Map(papers.map(({ pmid, reference }) => [paperId(pmid), reference]));
  return wanted.map((id) => {
    const pmid = id.replace(/^pmid-/u, '');
    return had.get(id) ?? { id, type: 'article-journal', title: `PubMed ${pmid}`, PMID: pmid };
  });
}

function papersMissing({ papers }: Gathered, leads: readonly Statement[]): number {
  const had = new Set(papers.map(({ pmid }) => paperId(pmid)));
  return new Set(leads.flatMap(({ references }) => references).filter((id) => !had.has(id))).size;
}
