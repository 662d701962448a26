import { findAccessions } from './accessions.js';
import { completions } from './complete.js';
import type { CatalogueDatabase } from './databases.js';
import { type CatalogueSource, readCatalogueFile } from './file.js';
import type { CatalogueGene, CatalogueNameKind } from './gene.js';
import { findNames, geneOf } from './look-up.js';
import { namesInText } from './mentions.js';
import { nearNames } from './near.js';
import type { Tables } from './tables.js';

/** A gene that a name means, and why: which of its names that is. */
export interface GeneMatch {
  readonly gene: CatalogueGene;
  readonly kind: CatalogueNameKind;
  /** the name as HGNC spells it */
  readonly name: string;
  /** an ordinary English word as well */
  readonly isWord: boolean;
}

/** A name that is offered while somebody types, with the gene that it means. */
export interface Completion {
  readonly kind: CatalogueNameKind;
  readonly name: string;
  readonly symbol: string;
  readonly fullName: string;
}

/** All that HGNC knows of a typed name. Empty lists: HGNC lists no such name, which does not mean that there is none. */
export interface NameFinding {
  /** every gene with that name: approved symbols first, then previous ones, then aliases */
  readonly matches: readonly GeneMatch[];
  /** genes whose name is the same but for hyphens, spaces or a Greek letter, where there are matches already */
  readonly alike: readonly GeneMatch[];
  /** the typed text is what a spreadsheet makes of these symbols, or a symbol that spreadsheets turn into a date */
  readonly date: DateFinding | null;
}

/** A symbol and the date into which spreadsheets turn it. */
export interface DateFinding {
  /** `date`: a date was typed, and `matches` are the symbols behind it; `symbol`: a symbol was typed that becomes a date */
  readonly typed: 'date' | 'symbol';
  /** as a spreadsheet shows it: "1-Mar" */
  readonly shown: string;
}

/** An entry of a database and the gene that it belongs to. */
export interface AccessionMatch {
  readonly gene: CatalogueGene;
  readonly database: CatalogueDatabase;
  readonly accession: string;
}

/** A name in a text: where it stands (UTF-16 units) and what it means. */
export interface NameMention {
  readonly start: number;
  readonly end: number;
  readonly typed: string;
  readonly finding: NameFinding;
}

/**
 * The names and accessions of all human genes. Exact after normalising; `near` and `complete` are for offers, never for answers.
 * Whoever asks gets it as data: there may be none (null).
 */
export interface GeneCatalogue {
  readonly source: CatalogueSource;
  /** every gene that a typed name means */
  lookUp(name: string): NameFinding;
  /**
   * every entry with an accession, as records hold it and without version
   * @param database its database; null for a bare number, which several could mean
   */
  byAccession(accession: string, database: string | null): readonly AccessionMatch[];
  /** the approved gene with that symbol, exactly as HGNC writes it but for case */
  bySymbol(symbol: string): CatalogueGene | null;
  /**
   * the names in a text, in its order. Ordinary English words (CAT, great) are left out, for nobody asked for a name there
   * @param isAsked somebody asks about genes: a word that is written in capitals as HGNC writes it is a name as well
   */
  named(text: string, isAsked?: boolean): readonly NameMention[];
  /** for autocomplete: exact, beginning so, one edit away; each gene once */
  complete(typed: string, limit: number): readonly Completion[];
  /** names that are one edit away, the likeliest first; each gene once */
  near(typed: string, limit: number): readonly GeneMatch[];
}

/** A catalogue over its tables. */
export function catalogueOf(tables: Tables, source: CatalogueSource): GeneCatalogue {
  return {
    source,
    lookUp: (name) => findNames(tables, name),
    byAccession: (accession, database) => findAccessions(tables, accession, database),
    bySymbol: (symbol) => geneOf(tables, symbol),
    named: (text, isAsked = false) => namesInText(tables, text, isAsked),
    complete: (typed, limit) => completions(tables, typed, limit),
    near: (typed, limit) => nearNames(tables, typed, limit),
  };
}

/**
 * Opens a catalogue that `npm run genes` wrote.
 * @throws CatalogueFileError when the file is damaged or of another version; an error with a code when it cannot be read
 */
export async function openCatalogue(file: string): Promise<GeneCatalogue> {
  const { tables, source } = await readCatalogueFile(file);
  return catalogueOf(tables, source);
}
