import type { Answer } from '../answer/answer.js';
import type { GeneCatalogue, NameMention } from '../catalogue/catalogue.js';
import {
  accessionSentence,
  catalogueSource,
  explainName,
  genePage,
  otherGeneSentence,
} from '../catalogue/words.js';
import { nameKey } from '../record/names.js';
import type { GeneRecord } from '../record/schema.js';
import { geneSymbol } from '../record/words.js';
import { geneAccessions } from '../search/accessions.js';

/** At most so many other genes are explained under a refusal. */
const EXPLAINED = 3;
/**
 * Adds to a refusal, or to the question which gene is meant, which other genes were named, in sentences such as "TIFA is another
 * human gene (TRAF interacting ...)". Other answers come back as they are, and so do refusals that show the way to another record.
 * @param typed the question, or what was typed where a name is asked for
 * @param catalogue null: nobody knows about other genes
 */
export function withOtherGenes(answer: Answer, typed: string, catalogue: GeneCatalogue | null): Answer {
  if (catalogue === null || !leavesOpen(answer)) return answer;
  const notes = otherGenesIn(answer.record, typed, catalogue);
  if (notes.length === 0) return answer;
  return { ...answer, notes: [...answer.notes, ...notes, `${catalogueSource(catalogue)}.`] };
}

function leavesOpen(answer: Answer): boolean {
  if (answer.kind === 'clarify') return answer.genes !== undefined;
  return answer.kind === 'none' && answer.other === undefined;
}

/** A sentence for each name or accession of another human gene in a text; what the record knows is left out. */
function otherGenesIn(record: GeneRecord, typed: string, catalogue: GeneCatalogue): readonly string[] {
  const whole = typed.trim().replace(/[?!.]+$/u, '');
  const asName = catalogue.lookUp(whole);
  const named =
    asName.matches.length > 0 ? [{ typed: whole, finding: asName }] : catalogue.named(typed, true);
  const mentioned = record.entities.flatMap(({ name, also }) => [name, ...also]).map(nameKey);
  const names = named
    .filter((one) => !isOwnName(record, one) && !mentioned.includes(nameKey(one.typed)))
    .flatMap((one) => otherGeneSentence(one.typed, one.finding) ?? []);
  const entries = otherEntries([record], typed, catalogue).map(({ sentence }) => sentence);
  return [...new Set([...names, ...entries])].slice(0, EXPLAINED);
}

/** A name or an accession in somebody's message that is another human gene's. */
export interface OtherTerm {
  /** as it stands in the message */
  readonly typed: string;
  /** what it is, in a sentence or two */
  readonly sentence: string;
  /** the page of its gene at HGNC */
  readonly url: string | null;
}

/**
 * The names and accessions of other human genes in somebody's message.
 * @param records what they know is left out
 */
export function otherTermsIn(
  records: readonly GeneRecord[],
  text: string,
  catalogue: GeneCatalogue,
): readonly OtherTerm[] {
  const names = catalogue
    .named(text)
    .filter((one) => !records.some((record) => isOwnName(record, one)))
    .map(({ typed, finding }): OtherTerm => {
      const [only, ...others] = finding.matches;
      const url = only === undefined || others.length > 0 ? null : genePage(only.gene);
      return { typed, sentence: explainName(typed, finding), url };
    });
  const all = [...names, ...otherEntries(records, text, catalogue)];
  return all.filter(({ typed }, at) => all.findIndex((one) => one.typed === typed) === at);
}

function otherEntries(
  records: readonly GeneRecord[],
  text: string,
  catalogue: GeneCatalogue,
): readonly OtherTerm[] {
  const own = records.map(geneSymbol);
  return geneAccessions(catalogue, text, false).flatMap(({ typed, entries: [entry] }) =>
    entry === undefined || own.includes(entry.gene.symbol)
      ? []
      : [{ typed, sentence: accessionSentence(entry), url: genePage(entry.gene) }],
  );
}

/** A name of the record's own gene. */
function isOwnName(
  record: GeneRecord,
  { typed, finding: { matches } }: Pick<NameMention, 'typed' | 'finding'>,
): boolean {
  const key = nameKey(typed);
  const own = matches.length === 1 && matches[0]?.gene.symbol === geneSymbol(record);
  return own || record.names.some(({ name }) => nameKey(name) === key);
}
