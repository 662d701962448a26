import type { DatabaseKey } from '../record/databases.js';
import { isSpeech } from '../search/reading.js';
import { indexOf } from '../search/record-index.js';
import type { Previous } from './ask-case.js';
import type { Features } from './ask-features.js';
import type { Request } from './request.js';
import type { ResolvedRequest } from './respond.js';

/** Only so many words (greetings and the like not counted) can be a follow-up. */
const SHORT = 9;

function referencesOf({ record, request }: Previous): readonly string[] {
  switch (request.do) {
    case 'cite':
      return request.references;
    case 'function': {
      const wanted = record.statements.filter(
        ({ id }) => request.statements.length === 0 || request.statements.includes(id),
      );
      const cited = new Set(wanted.flatMap((statement) => statement.references));
      return record.references.filter(({ id }) => cited.has(id)).map(({ id }) => id);
    }
    default:
      return record.definition.references;
  }
}

function formatOf({ request }: Previous): string | null {
  return request.do === 'cite' ? request.format : null;
}

function asksForSource(features: Features): boolean {
  if (features.word(/^(?:cites|citing)$/u)) return false;
  if (features.word(/^(?:many|often|times)$/u) && features.word(/^cit/u)) return false;
  if (features.spaces.length > 0 || features.formats.length > 0) return true;
  if (features.has('citation') || features.has('author') || features.has('evidence')) return true;
  if (
    features.hasWeak('evidence') &&
    features.word(/^(?:where|says?|proof|from)$/u) &&
    features.own.length === 0
  )
    return true;
  return (
    features.word(/^(?:who|whose|when|year)$/u) &&
    features.word(/^(?:wrote|written|says?|said|showed|published|year|authors?)$/u)
  );
}

function otherReferences(previous: Previous): readonly string[] {
  const shown = referencesOf(previous);
  const articles = previous.record.references.filter(
    ({ type, id }) => type === 'article-journal' && !shown.includes(id),
  );
  const rest =
    articles.length > 0 ? articles : previous.record.references.filter(({ id }) => !shown.includes(id));
  return rest.map(({ id }) => id);
}

const ANOTHER = /^(?:other|others|another|else|rest|remaining|more)(?: papers?)?$/u;

function continuedCitation(previous: Previous, features: Features): ResolvedRequest | null {
  const format = features.formats[0] ?? formatOf(previous);
  const cite = (references: readonly string[]): ResolvedRequest => ({ do: 'cite', references, format });
  if (features.references.length > 0) {
    const named = features.references.map(({ id }) => id);
    return previous.request.do === 'cite' || features.formats.length > 0 ? cite(named) : null;
  }
  if (previous.request.do === 'cite' && features.word(ANOTHER)) return cite(otherReferences(previous));
  if (previous.request.do === 'cite' && features.word(/^(?:both|all)$/u)) return cite([]);
  const every =
    previous.request.do !== 'function' &&
    features.has('citation') &&
    features.word(/^(?:all|every|each|both)$/u);
  return asksForSource(features) ? cite(every ? [] : referencesOf(previous)) : null;
}

const TWIN: Readonly<Partial<Record<DatabaseKey, DatabaseKey>>> = {
  refseq_mrna: 'refseq_protein',
  refseq_protein: 'refseq_mrna',
};

const PUBMED = /^(?:pubmed|pub med)$/u;

function continuedId({ request }: Previous, features: Features): ResolvedRequest | null {
  if (request.do !== 'id') return null;
  const id = (databases: readonly DatabaseKey[]): ResolvedRequest => ({ do: 'id', databases, species: null });
  if (features.word(PUBMED) && features.references.length === 0 && !features.has('citation'))
    return id(['pubmed_search']);
  const refseq = request.databases.some((key) => TWIN[key] !== undefined);
  const denied = deniedWords(features);
  if (refseq && denied !== null)
    return id([/prot|peptide|np/u.test(denied) ? 'refseq_mrna' : 'refseq_protein']);
  if (request.databases.length === 1 && request.databases[0] === 'refseq_mrna' && features.word(/^translat/u))
    return id(['refseq_protein']);
  if (refseq && features.word(/^(?:prot[a-z]{0,5}|peptide|polypeptide)$/u)) return id(['refseq_protein']);
  if (refseq && features.word(/^(?:mrna|rna|transcripts?|nucleotide|cdna)$/u)) return id(['refseq_mrna']);
  if (features.word(/^(?:proteins?|prot)$/u) && !refseq) return id(['uniprot', 'refseq_protein']);
  if (features.word(ANOTHER) && refseq && request.databases.length === 1)
    return id(request.databases.flatMap((key) => TWIN[key] ?? []));
  if (features.word(ANOTHER)) return id([]);
  return null;
}

/** "mRNA, not protein": the kind of molecule that is not meant. */
function deniedWords(features: Features): string | null {
  const at = features.marks.findIndex(({ text }) => text === 'not');
  const next = features.marks[at + 1]?.text ?? '';
  return at >= 0 && /^(?:the )?(?:prot|peptide|np|mrna|transcript|nm|rna)/u.test(next) ? next : null;
}

function repeated({ request }: Previous): ResolvedRequest | null {
  return request.do === 'ask' ||
    request.do === 'accession' ||
    request.do === 'topic' ||
    request.do === 'reference'
    ? null
    : request;
}

/** Words that only lead a follow-up in, or point back. */
function pointsBack(features: Features): boolean {
  return (
    features.word(/^(?:and|same|again|it|its|that|this|those|them|link|url|page|address|one|also|too)$/u) ||
    features.marks.length <= 3
  );
}

/**
 * What a follow-up asks, given the last answer.
 * @returns null when the question stands on its own feet and must be read alone
 */
export function continued(previous: Previous, features: Features): ResolvedRequest | null {
  const words = features.marks.filter((mark) => !isSpeech(mark));
  if (doubts(features, previous) || asksHowExact(features, previous)) return repeated(previous);
  if (
    words.length > SHORT ||
    features.others.length > 0 ||
    features.beyond.some((mark) => !ANOTHER.test(mark.text)) ||
    features.accessions.length > 0
  )
    return null;
  const sourced =
    previous.request.do === 'cite' && (features.spaces.length > 0 || features.formats.length > 0);
  if (features.unknown.length > 0) return null;
  if (!sourced && features.marks.some((mark) => mark.kind === 'common')) return null;
  const things = features.marks.some((mark) => mark.entities.length > 0);
  if (things && !features.marks.every((mark) => mark.entities.length === 0 || mark.reference !== null))
    return null;
  if (
    previous.request.do === 'locate' &&
    features.has('assembly') &&
    features.own.length === 0 &&
    features.word(/^(?:which|what|whats|build|assembly|which build|what build|genome build)$/u)
  )
    return repeated(previous);
  const letters = indexOf(previous.record).letters;
  if (
    previous.request.do === 'alias' &&
    features.own.length === 0 &&
    words.length <= 2 &&
    !features.marks.some((mark) => mark.terms.some(({ kind }) => kind === 'activity' || kind === 'beyond')) &&
    features.marks.some(({ text }) => letters.has(text))
  )
    return { do: 'alias', name: null };
  if (previous.request.do === 'function' && features.word(/^same protein$/u)) return repeated(previous);
  const strangeYear = features.marks.some(
    ({ kind, text }) => kind === 'number' && /^(?:19|20)\d{2}$/u.test(text),
  );
  if (features.word(/^(?:organisms?|species)$/u) || strangeYear) return null;
  const twin = otherPart(previous, features);
  if (twin !== null) return twin;
  const search =
    previous.request.do === 'id' &&
    features.word(PUBMED) &&
    features.word(/^(?:one|also|too|link|entry|page)$/u);
  if (search) return continuedId(previous, features);
  const citation = continuedCitation(previous, features);
  if (citation !== null && (features.own.length === 0 || features.formats.length > 0)) return citation;
  if (
    features.databases.length > 0 ||
    features.has('location') ||
    features.has('names') ||
    features.has('identifiers')
  )
    return null;
  const id = continuedId(previous, features);
  if (id !== null) return id;
  if (features.species.includes('human') && previous.request.do === 'id')
    return { ...previous.request, species: 'human' };
  if (features.word(ANOTHER) && words.length <= 2) return everythingLike(previous.request);
  const onlyNames = words.length > 0 && words.every((mark) => mark.kind === 'own');
  if (onlyNames && previous.request.do === 'id') return repeated(previous);
  const pointer =
    words.length > 0 &&
    words.every((mark) => /^(?:link|url|page|address|website|site|web page|hyperlink)$/u.test(mark.text));
  return pointer && pointsBack(features) ? repeated(previous) : null;
}

/** "activation too?" behind an effect on the differentiation of the same cell: the statements on that. */
function otherPart({ record, request }: Previous, features: Features): ResolvedRequest | null {
  if (request.do !== 'function' || request.statements.length === 0 || features.own.length > 0) return null;
  if (features.marks.some((mark) => mark.entities.length > 0)) return null;
  const { composed } = indexOf(record);
  const shown = record.statements.filter(({ id }) => request.statements.includes(id));
  const parts = new Set(shown.flatMap(({ mentions }) => mentions.flatMap((id) => composed.get(id) ?? [])));
  const asked = new Set(
    features.marks.flatMap((mark) =>
      mark.terms.flatMap((term) => (term.kind === 'thing' ? [term.thing] : [])),
    ),
  );
  const meant = [...composed].filter(
    ([, of]) => of.some((part) => asked.has(part)) && of.some((part) => parts.has(part) && !asked.has(part)),
  );
  const statements = record.statements.filter(({ mentions }) => meant.some(([id]) => mentions.includes(id)));
  return statements.length === 0 ? null : { do: 'function', statements: statements.map(({ id }) => id) };
}

/** "rounded or exact?", "how many of those?": it stands beside what was answered. */
function asksHowExact(features: Features, { request }: Previous): boolean {
  if (request.do === 'function' && request.statements.length > 0 && features.own.length === 0)
    return (
      features.word(/^many$/u) &&
      features.marks.every((mark) => isSpeech(mark) || /^(?:sites?|motifs?)$/u.test(mark.text))
    );
  return (
    request.do === 'locate' &&
    features.marks.length <= SHORT &&
    features.own.length === 0 &&
    features.word(
      /^(?:rounded|exact|exactly|approximate|approximately|approx|rough|roughly|precise|precisely|accurate)$/u,
    )
  );
}

/** "sure about the ... part?": the last answer again, when nothing but what it says is doubted. */
function doubts(features: Features, { record, request }: Previous): boolean {
  if (request.do !== 'function' || features.marks.length > SHORT || features.own.length > 0) return false;
  const asks = features.word(/^(?:sure|certain|positive|really|srsly|seriously)$/u);
  const shown = record.statements.filter(({ id }) => request.statements.includes(id));
  const points =
    (/^(?:about|the|even)$/u.test(features.marks[0]?.text ?? '') ||
      features.word(/^(?:they|them|those)$/u)) &&
    features.marks.some((mark) => mark.terms.some((term) => term.kind === 'thing'));
  if (!asks && !points) return false;
  return features.marks.every(
    (mark) =>
      isSpeech(mark) ||
      mark.kind === 'common' ||
      mark.terms.some((term) => term.kind === 'generic' || (term.kind === 'aspect' && term.weak)) ||
      mark.entities.some((id) => shown.some(({ mentions }) => mentions.includes(id))) ||
      mark.terms.some((term) => shown.some(({ text }) => saysOneOf(text, term.forms))),
  );
}

function saysOneOf(text: string, forms: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return forms.some((form) => form.length > 3 && lower.includes(form));
}

function everythingLike(request: Request): ResolvedRequest | null {
  switch (request.do) {
    case 'function':
      return { do: 'function', statements: [] };
    case 'alias':
      return { do: 'alias', name: null };
    default:
      return null;
  }
}
