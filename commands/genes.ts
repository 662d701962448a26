import { type APIApplicationCommandBasicOption, ApplicationCommandOptionType } from 'discord.js';
import type { GeneCatalogue } from '../src/catalogue/catalogue.js';
import type { GeneRecord } from '../src/record/schema.js';
import { geneFullName, geneSymbol } from '../src/record/words.js';
import { recordsNamed } from '../src/search/terms.js';
import { offeredGenes } from './any-gene.js';
import { choices, fitting } from './choices.js';
import type { Choice } from './types.js';

/** The command that asks any record, and the option that says which. */
export const ANY_GENE = 'gene';

export const GENE_OPTION: APIApplicationCommandBasicOption = {
  type: ApplicationCommandOptionType.String,
  name: ANY_GENE,
  description: 'Which gene: any of its names',
  required: true,
  autocomplete: true,
  max_length: 250,
};

/** Which record somebody chose, or a sentence that says why none. */
export type ChosenGene = { readonly record: GeneRecord } | { readonly problem: string };

/**
 * The record that somebody chose with the option `gene`.
 * @param typed a command's name (from autocomplete) or any name of a gene, matched exactly
 */
export function chooseGene(records: readonly GeneRecord[], typed: string): ChosenGene {
  const text = typed.trim();
  const owners = recordsNamed(records, text);
  const [only, ...more] = owners;
  if (only === undefined)
    return { problem: `No gene here has the name "${text}". Choose one while you type, or ask for help.` };
  if (more.length === 0) return { record: only };
  return {
    problem: `"${text}" is a name of ${owners.map(geneSymbol).join(' and ')}. Choose one by its symbol.`,
  };
}

/**
 * Genes that fit what was typed so far, by any of their names: those with a record first.
 * @param catalogue all human genes, where those without a record are wanted too
 */
export function completeGene(
  records: readonly GeneRecord[],
  typed: string,
  catalogue: GeneCatalogue | null = null,
): readonly Choice[] {
  const fit = fitting(records, typed, ({ command, names }) => [command, ...names.map(({ name }) => name)]);
  const own = new Set(fit.map(geneSymbol));
  const others = catalogue === null ? [] : offeredGenes(catalogue, typed);
  return choices([
    ...fit.map((record) => [`${geneSymbol(record)}: ${geneFullName(record)}`, record.command] as const),
    ...others.filter(([, symbol]) => !own.has(symbol)),
  ]);
}
