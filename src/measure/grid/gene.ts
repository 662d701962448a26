import { type Saying, sayingsOf, speaksOfLoss } from './sentence.js';

/**
 * What a grid needs of a record, read on its own: nothing here or beside it is shared with what answers questions, so that
 * neither can inherit the other's mistakes. Records of schema version 1 and 2 both have this shape.
 */
export interface GridRecord {
  readonly names: readonly {
    readonly name: string;
    readonly kind: string;
    readonly species?: string | undefined;
  }[];
  readonly species: readonly unknown[];
  readonly identifiers: readonly {
    readonly database: string;
    readonly species: string;
    readonly accession: string | null;
  }[];
  readonly locations: readonly { readonly species: string; readonly place: GridPlace | null }[];
  readonly entities: readonly GridEntity[];
  readonly statements: readonly GridStatement[];
  readonly references: readonly GridReference[];
}

export interface GridPlace {
  readonly chromosome: string;
  readonly start: number;
  readonly end: number;
  readonly rounding: number;
  readonly assembly?: string | undefined;
}

export interface GridEntity {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly also: readonly string[];
}

export interface GridStatement {
  readonly id: string;
  readonly text: string;
  readonly polarity: 'positive' | 'negative';
  readonly certainty?: string | undefined;
  readonly claim?: GridClaim | undefined;
  /** entities in the sentence; those of the claim may be left out */
  readonly mentions?: readonly string[] | undefined;
  readonly references: readonly string[];
}

export interface GridClaim {
  readonly subject?: string | undefined;
  readonly perturbed?: string | undefined;
  readonly relation: string;
  readonly objects: readonly string[];
  readonly where: readonly string[];
}

export interface GridReference {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly author?: readonly ({ readonly family: string } | { readonly literal: string })[] | undefined;
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] } | undefined;
  readonly 'container-title'?: string | undefined;
  readonly DOI?: string | undefined;
  readonly PMID?: string | undefined;
}

/** The sign that a relation gives its object, and who acts: the gene (`out`) or the object (`in`). */
interface Sense {
  readonly sign: '+' | '-' | '0';
  readonly direction: 'out' | 'in';
}

/** The relations whose sense a grid is sure of; statements with any other are not asked about as effects. */
const SENSES: Readonly<Record<string, Sense>> = {
  induces: { sign: '+', direction: 'out' },
  increases: { sign: '+', direction: 'out' },
  supports: { sign: '+', direction: 'out' },
  inhibits: { sign: '-', direction: 'out' },
  decreases: { sign: '-', direction: 'out' },
  prevents: { sign: '-', direction: 'out' },
  regulates: { sign: '0', direction: 'out' },
  'increased-by': { sign: '+', direction: 'in' },
  'decreased-by': { sign: '-', direction: 'in' },
};

/** An effect that a record states or denies, for one statement. */
export interface EffectFact extends Sense {
  readonly statement: FullStatement;
  readonly objects: readonly string[];
  readonly where: readonly string[];
  readonly perturbed: boolean;
}

/** A statement that mentions every entity of its claim. */
export type FullStatement = GridStatement & { readonly mentions: readonly string[] };

/** A record with what grids ask of it laid out; its names are those of its own species. */
export interface Gene {
  readonly record: Omit<GridRecord, 'statements'> & { readonly statements: readonly FullStatement[] };
  readonly symbol: string;
  /** names under which questions speak of the gene itself; no isoforms */
  readonly subjects: readonly string[];
  readonly entities: ReadonlyMap<string, GridEntity>;
  readonly effects: readonly EffectFact[];
  /** statements that say what the gene is, has or contains */
  readonly traits: readonly FullStatement[];
}

const TRAITS = ['is', 'has', 'contains'];

export function geneOf(given: GridRecord): Gene {
  const record = {
    ...given,
    names: given.names.filter(
      ({ species }) => species === undefined || species === given.identifiers[0]?.species,
    ),
    statements: given.statements.map(fullStatement),
  };
  const entities = new Map(record.entities.map((entity) => [entity.id, entity]));
  const named = (kind: string) => record.names.filter((entry) => entry.kind === kind).map(({ name }) => name);
  const [symbol = ''] = named('symbol');
  const aliases = named('alias').filter((name) => name.length < 25);
  return {
    record,
    symbol,
    subjects: [symbol, symbol.toLowerCase(), ...aliases.slice(0, 2)],
    entities,
    effects: record.statements.flatMap((statement) => effectsOf(statement, record, entities)),
    traits: record.statements.filter(
      ({ claim }) => claim !== undefined && claim.subject === undefined && TRAITS.includes(claim.relation),
    ),
  };
}

function fullStatement(statement: GridStatement): FullStatement {
  const { claim, mentions = [] } = statement;
  const claimed = claim === undefined ? [] : [...claim.objects, ...claim.where];
  return { ...statement, mentions: [...new Set([...mentions, ...claimed])] };
}

/** The effects of a statement; a thing that its sentence says to act on the gene is taken at the sentence's word. */
function effectsOf(
  statement: FullStatement,
  { names }: Pick<GridRecord, 'names'>,
  entities: Gene['entities'],
): readonly EffectFact[] {
  const { claim, text } = statement;
  const sense = claim === undefined ? undefined : SENSES[claim.relation];
  if (claim === undefined || sense === undefined || claim.subject !== undefined) return [];
  const { where } = claim;
  const perturbed = claim.perturbed !== undefined;
  if (!perturbed && speaksOfLoss(text)) return [];
  return claim.objects.flatMap((id) => {
    const fact = { statement, objects: [id], where, perturbed };
    const thing = entities.get(id);
    const things = thing === undefined ? [] : [thing.name, ...thing.also];
    const sayings =
      sense.sign === '0'
        ? sayingsOf(
            text,
            names.map(({ name }) => name),
            things,
          )
        : [];
    const onGene = sayings.find(({ direction }) => direction === 'in');
    if (onGene === undefined) return [{ ...sense, ...fact }];
    const sign = SIGNS[onGene.verb.effect];
    return sign === undefined ? [] : [{ sign, direction: 'in' as const, ...fact }];
  });
}

const SIGNS: Readonly<Partial<Record<string, Sense['sign']>>> = { raise: '+', lower: '-' };

/** What the sentence of a statement says between the gene and a thing. */
export function sayingsAbout(
  gene: Gene,
  { text }: GridStatement,
  { name, also }: GridEntity,
): readonly Saying[] {
  return sayingsOf(
    text,
    gene.record.names.map((each) => each.name),
    [name, ...also],
  );
}

/** Whether a statement calls what it says only likely. */
export function isPutative({ text, certainty }: GridStatement): boolean {
  return (
    certainty === 'putative' || /\b(?:putative|potential|predicted|possible|likely|candidate)\b/iu.test(text)
  );
}

const PLURAL_KINDS = ['class', 'cell', 'tissue', 'motif', 'domain'];

/** Whether an entity is a thing of which there are several ("chemokine"), not a proper name or a process. */
export function isCountable({ kind, name }: GridEntity): boolean {
  return PLURAL_KINDS.includes(kind) && /(?:^| )[a-z-]{3,}$/u.test(name) && !name.endsWith('s');
}

export function plural(name: string): string {
  if (/[^aeiou]y$/u.test(name)) return `${name.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/u.test(name) ? `${name}es` : `${name}s`;
}

/** An entity as an object of a question: plural where there are several of it. */
export function spoken(entity: GridEntity): string {
  return isCountable(entity) ? plural(entity.name) : entity.name;
}

/** "a kinase", "an enzyme", "an SH2 domain". */
export function withArticle(name: string): string {
  const isVowel = /^(?:[aeiouAEIO]|[FHLMNRSX](?:[A-Z\d]|-))/u.test(name) && !/^(?:uni|ubi|eu)/iu.test(name);
  return isVowel ? `an ${name}` : `a ${name}`;
}

/** The words of a name that carry its meaning, for telling whether two things might be the same. */
export function contentWords(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[a-z\d]{3,}/gu) ?? [];
  return words.map((word) => word.slice(0, 6));
}

/** Whether any statement of the record speaks of something that could be this, in whatever words. */
export function isSpokenOf(gene: Gene, text: string): boolean {
  const words = contentWords(text);
  const said = gene.record.statements.map((statement) => statement.text);
  const things = gene.record.entities.flatMap(({ name, also }) => [name, ...also]);
  const known = new Set([...said, ...things].flatMap(contentWords));
  return words.some((word) => known.has(word));
}
