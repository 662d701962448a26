import type { GeneCatalogue, NameFinding } from '../catalogue/catalogue.js';
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
import { geneAccessions } from '../search/gene-accessions.js';
import type { Answer } from './answer.js';

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
  if (answer.kind === 'clarify') return answer.which !== undefined;
  return answer.kind === 'none' && answer.suggestions.every(({ record }) => record === undefined);
}

/** A sentence for each name or accession of another human gene in a text; what the record knows is left out. */
function otherGenesIn(record: GeneRecord, typed: string, catalogue: GeneCatalogue): readonly string[] {
  const whole = typed.trim().replace(/[?!.]+$/u, '');
  const asName = catalogue.lookUp(whole);
  const names =
    asName.matches.length > 0 ? [{ typed: whole, finding: asName }] : catalogue.named(typed, true);
  const own = geneSymbol(record);
  const sentences = names
    .filter(({ typed: name, finding }) => !isKnown(record, name, finding))
    .map(({ typed: name, finding }) => otherGeneSentence(name, finding));
  const entries = geneAccessions(catalogue, typed, false)
    .flatMap((found) => found.entries.slice(0, 1))
    .filter(({ gene }) => gene.symbol !== own)
    .map(accessionSentence);
  const all = [...sentences, ...entries].filter((sentence) => sentence !== null);
  return [...new Set(all)].slice(0, EXPLAINED);
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
  const symbols = new Set(records.map(geneSymbol));
  const names = catalogue.named(text).flatMap(({ typed, finding }) => {
    if (records.some((record) => isOwnName(record, typed, finding))) return [];
    const sentence = explainName(typed, finding);
    const [only, ...others] = finding.matches;
    return [{ typed, sentence, url: only === undefined || others.length > 0 ? null : genePage(only.gene) }];
  });
  const entries = geneAccessions(catalogue, text, false).flatMap((found) =>
    found.entries
      .slice(0, 1)
      .filter(({ gene }) => !symbols.has(gene.symbol))
      .map((entry) => ({
        typed: found.typed,
        sentence: accessionSentence(entry),
        url: genePage(entry.gene),
      })),
  );
  const all = [...names, ...entries];
  return all.filter(({ typed }, at) => all.findIndex((one) => one.typed === typed) === at);
}

/** A name of the record's own gene, or of something that the record mentions. */
function isKnown(record: GeneRecord, typed: string, finding: NameFinding): boolean {
  const key = nameKey(typed);
  return (
    isOwnName(record, typed, finding) ||
    record.entities.some(({ name, also }) => [name, ...also].some((each) => nameKey(each) === key))
  );
}

function isOwnName(record: GeneRecord, typed: string, { matches }: NameFinding): boolean {
  const key = nameKey(typed);
  const own = geneSymbol(record);
  return (
    (matches.length === 1 && matches[0]?.gene.symbol === own) ||
    record.names.some(({ name }) => nameKey(name) === key)
  );
}
