import type { GeneCatalogue } from '../src/catalogue/catalogue.js';
import { LIMITS } from '../src/limits.js';
import { catalogueReply } from '../src/reply/catalogue.js';
import { noticeReply } from '../src/reply/message.js';
import type { Reply } from '../src/reply/reply.js';
import { catalogueView } from '../src/view/catalogue.js';

/** Subcommands that have something to say of a gene without a record: its names, its accessions, its place. */
const KNOWN_OF_ALL = ['alias', 'id', 'locate', 'card'];

export function isKnownOfAll(subcommand: string): boolean {
  return KNOWN_OF_ALL.includes(subcommand);
}

/**
 * Whether a name that a record has means that record's gene for HGNC as well: its approved symbol, or a name of no other gene.
 * @param symbol that of the record
 */
export function isMeant(catalogue: GeneCatalogue, typed: string, symbol: string): boolean {
  const [first, ...others] = catalogue.lookUp(typed).matches;
  if (first === undefined) return true;
  return first.gene.symbol === symbol && (first.kind === 'symbol' || others.length === 0);
}

/**
 * Answers about a gene of which there is no record, from the catalogue of all human genes.
 * @param typed what was chosen or typed as the gene: a name or an accession
 */
export function withoutRecord(
  catalogue: GeneCatalogue,
  subcommand: string,
  typed: string,
  isPrivate: boolean,
): Reply {
  const view = catalogueView(catalogue, typed.trim());
  if (isKnownOfAll(subcommand) || !view.isFound) return catalogueReply(view, isPrivate);
  return noticeReply(
    `There is no record of ${view.title} here: only its names and database IDs are known, with "alias" and "id". Whoever runs the bot can make a record with one command.`,
  );
}

/** Genes of the catalogue that fit what was typed so far, for autocomplete: what is shown, and the symbol. */
export function offeredGenes(
  catalogue: GeneCatalogue,
  typed: string,
): readonly (readonly [shown: string, symbol: string])[] {
  return catalogue
    .complete(typed, LIMITS.autocompleteChoices)
    .map(({ name, symbol, fullName, kind }) =>
      kind === 'symbol' || kind === 'name'
        ? [`${symbol}: ${fullName}`, symbol]
        : [`${name} (${kind} of ${symbol}: ${fullName})`, symbol],
    );
}
