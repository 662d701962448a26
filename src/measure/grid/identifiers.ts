import { withArticle } from './gene.js';
import type { Grid, GridQuestion, Lead } from './question.js';

/** How people say a database, by its key in a record; databases with no words here are not asked about. */
const SPOKEN: Readonly<Record<string, Readonly<Record<Grid['half'], string>>>> = {
  ncbigene: { development: 'Entrez Gene ID', heldOut: 'NCBI gene id' },
  ensembl: { development: 'Ensembl gene ID', heldOut: 'ensembl accession' },
  uniprot: { development: 'UniProt accession', heldOut: 'uniprot id' },
  refseq_mrna: { development: 'RefSeq mRNA accession', heldOut: 'refseq transcript' },
  refseq_protein: { development: 'RefSeq protein accession', heldOut: 'protein refseq' },
  omim: { development: 'OMIM number', heldOut: 'MIM number' },
  homologene: { development: 'HomoloGene group', heldOut: 'homologene id' },
  hgnc: { development: 'HGNC ID', heldOut: 'hgnc number' },
};

/** Databases that hold genes too; those that the record has are left out. */
const STRANGE: Readonly<Record<Grid['half'], readonly (readonly [string, string])[]>> = {
  development: [
    ['kegg', 'KEGG ID'],
    ['interpro', 'InterPro entry'],
    ['reactome', 'Reactome ID'],
  ],
  heldOut: [
    ['pfam', 'Pfam accession'],
    ['chembl', 'ChEMBL target id'],
    ['string', 'STRING id'],
  ],
};

interface Entry {
  readonly database: string;
  readonly accession: string;
  readonly words: string;
}

/** Questions about accessions: right ones, one digit wrong, of another database, of another species, and open ones. */
export function identifierQuestions(grid: Grid): readonly GridQuestion[] {
  const entries = entriesOf(grid, grid.gene.record.identifiers[0]?.species ?? 'human');
  return [
    ...entries.flatMap((entry) => checks(grid, entry)),
    ...entries.flatMap((entry) =>
      entries
        .filter(({ database }) => database !== entry.database)
        .flatMap((other) => mixedUp(grid, entry, other)),
    ),
    ...entries.flatMap((entry) => openQuestions(grid, entry)),
    ...missing(grid),
    ...molecules(grid, entries),
  ];
}

/** The accessions of a species that stand alone in their database. */
function entriesOf({ gene, half }: Grid, species: string): readonly Entry[] {
  const own = gene.record.identifiers.filter((each) => each.species === species);
  return own.flatMap(({ database, accession }) => {
    const words = SPOKEN[database]?.[half];
    const alone = own.filter((each) => each.database === database).length === 1;
    return words === undefined || accession === null || !alone ? [] : [{ database, accession, words }];
  });
}

/** The accession with its last digit changed: well-formed, and not this gene's. */
function oneDigitWrong(accession: string, step: number): string {
  return accession.replace(/\d$/u, (digit) => String((Number(digit) + step) % 10));
}

function ask(
  part: string,
  q: string,
  expect: readonly string[],
  verdict: readonly Lead[] | Lead,
  facts?: readonly string[],
): GridQuestion {
  return { part, q, expect, verdict, ...(facts === undefined ? {} : { facts }) };
}

function checks({ gene, half }: Grid, { database, accession, words }: Entry): readonly GridQuestion[] {
  const name = gene.symbol;
  const facts = [`id:${database}:${gene.record.identifiers[0]?.species ?? 'human'}`];
  const [id, all] = [`id:${database}`, [`id:${database}`, 'none']];
  const known = gene.record.identifiers.map((each) => each.accession);
  const wrong = [1, 3, 7]
    .map((step) => oneDigitWrong(accession, step))
    .filter((other) => !known.includes(other));
  return half === 'development'
    ? [
        ask('accessions', `is ${accession} the ${words} of ${name}?`, [id], 'yes', facts),
        ask(
          'accessions',
          `${name} is ${accession} in that database, the ${words}, right?`,
          [id],
          'yes',
          facts,
        ),
        ask('accessions', `isn't ${accession} the ${words} of ${name}?`, [id], 'yes', facts),
        ask('accessions', `is it wrong that ${accession} is the ${words} of ${name}?`, [id], 'no', facts),
        ...wrong.map((other) =>
          ask('wrong accessions', `is ${other} the ${words} of ${name}?`, all, ['no', 'unsaid']),
        ),
        ...wrong.map((other) =>
          ask('wrong accessions', `the ${words} of ${name} is ${other}, right?`, all, ['no', 'unsaid']),
        ),
      ]
    : [
        ask('accessions', `does ${name} have the ${words} ${accession}?`, [id], 'yes', facts),
        ask('accessions', `${words} of ${name} = ${accession}, correct?`, [id], 'yes', facts),
        ask(
          'accessions',
          `can you confirm that ${accession} is the ${words} of ${name}?`,
          [id],
          'yes',
          facts,
        ),
        ask('accessions', `is it incorrect that the ${words} of ${name} is ${accession}?`, [id], 'no', facts),
        ...wrong.map((other) =>
          ask('wrong accessions', `does ${name} have the ${words} ${other}?`, all, ['no', 'unsaid']),
        ),
        ...wrong.map((other) =>
          ask('wrong accessions', `am i right that ${other} is the ${words} of ${name}?`, all, [
            'no',
            'unsaid',
          ]),
        ),
      ];
}

/** The accession of one database, given out as that of another. */
function mixedUp({ gene, half }: Grid, entry: Entry, other: Entry): readonly GridQuestion[] {
  const q =
    half === 'development'
      ? `is ${entry.accession} the ${other.words} of ${gene.symbol}?`
      : `${entry.accession} is the ${other.words} for ${gene.symbol}, correct?`;
  return [ask('mixed up', q, [`id:${entry.database}`, `id:${other.database}`, 'none'], ['no', 'unsaid'])];
}

function openQuestions({ gene, half }: Grid, { database, accession, words }: Entry): readonly GridQuestion[] {
  const [name, id] = [gene.symbol, `id:${database}`];
  const facts = [`id:${database}:${gene.record.identifiers[0]?.species ?? 'human'}`];
  const bare = /^\d+$/u.test(accession);
  const wrong = oneDigitWrong(accession, 2);
  return half === 'development'
    ? [
        ask('open ids', `${words} of ${name}?`, [id], 'none', facts),
        ask('open ids', `what is the ${words} for ${name}`, [id], 'none', facts),
        ask('open ids', `does ${name} have ${withArticle(words)}?`, [id], ['yes', 'none'], facts),
        ...(bare ? [] : [ask('open ids', `what is ${accession}?`, [id], 'none', facts)]),
        ...(bare ? [] : [ask('open ids', `what is ${wrong}?`, ['none'], 'unsaid')]),
        ask('open ids', `${words} of TP53?`, ['none'], 'unsaid'),
      ]
    : [
        ask('open ids', `can someone give me the ${words} for ${name}`, [id], 'none', facts),
        ask('open ids', `${name} ${words} pls`, [id], 'none', facts),
        ask('open ids', `is there ${withArticle(words)} for ${name}?`, [id], ['yes', 'none'], facts),
        ...(bare ? [] : [ask('open ids', `${accession} - which gene`, [id], 'none', facts)]),
        ...(bare ? [] : [ask('open ids', `${wrong} - which gene`, ['none'], 'unsaid')]),
        ask('open ids', `${words} for EGFR`, ['none'], 'unsaid'),
      ];
}

function missing({ gene, half }: Grid): readonly GridQuestion[] {
  const held = new Set(gene.record.identifiers.map(({ database }) => database));
  return STRANGE[half]
    .filter(([key]) => !held.has(key))
    .flatMap(([, words]) => [
      ask('other databases', `${words} of ${gene.symbol}?`, ['none'], 'unsaid'),
      ask('other databases', `does ${gene.symbol} have ${withArticle(words)}?`, ['none'], 'unsaid'),
    ]);
}

const MOLECULES: Readonly<Record<string, string>> = {
  ensembl: 'gene',
  refseq_mrna: 'transcript',
  refseq_protein: 'protein',
  uniprot: 'protein',
};

/** "is NM_... a protein?": what kind of molecule an accession stands for. */
function molecules({ half }: Grid, entries: readonly Entry[]): readonly GridQuestion[] {
  return entries.flatMap(({ database, accession }) => {
    const kind = MOLECULES[database];
    if (kind === undefined) return [];
    return ['gene', 'transcript', 'protein'].map((asked) =>
      ask(
        'molecules',
        half === 'development' ? `is ${accession} a ${asked}?` : `does ${accession} stand for a ${asked}?`,
        [`id:${database}`, 'none'],
        asked === kind ? ['yes', 'unsaid'] : ['no', 'unsaid'],
      ),
    );
  });
}
