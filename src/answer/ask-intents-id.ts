import { DATABASE_KEYS, type DatabaseKey } from '../record/databases.js';
import { type Candidate, candidate, FAINT, LIKELY, PLAIN } from './ask-candidate.js';
import type { Features } from './ask-features.js';
import type { ResolvedRequest } from './respond.js';

const ID_WORDS =
  /^(?:ids?|identifiers?|accessions?|numbers?|nr|no|link|entry|accession numbers?|acc|code|record)$/u;

/** "I have the NM, now the protein accession": its twin in the same database. */
function asksTwin(features: Features): boolean {
  return (
    (features.word(/^protein (?:accession|id|entry|identifier|number)$/u) ||
      (features.word(/^proteins?$/u) && features.word(/^(?:accession|accession number)$/u))) &&
    features.accessions.some(
      ({ accession }) => accession?.found === 'identifier' && accession.database === 'refseq_mrna',
    )
  );
}

function refseqDatabases(features: Features): readonly DatabaseKey[] {
  if (asksTwin(features)) return ['refseq_protein'];
  if (!features.has('refseq')) return [];
  const protein =
    features.word(/^(?:proteins?|prot|peptide|polypeptide|np)$/u) ||
    features.databases.includes('refseq_protein');
  const transcript =
    features.weakDatabases.includes('refseq_mrna') ||
    features.databases.includes('refseq_mrna') ||
    features.word(/^(?:rna|nm)$/u);
  if (protein === transcript) return ['refseq_mrna', 'refseq_protein'];
  return protein ? ['refseq_protein'] : ['refseq_mrna'];
}

/** "a link where I can browse PubMed for it": not the number of a paper, but a search. */
export function searchesLiterature(features: Features): boolean {
  return (
    features.spaces.includes('pubmed') &&
    features.references.length === 0 &&
    features.searches &&
    !features.word(/\b(?:pmids?|ids?|numbers?|identifiers?)$/u)
  );
}

/** Readings of a question as one for identifiers. */
export function identifierCandidates(features: Features): readonly Candidate[] {
  const found: Candidate[] = [];
  const wanted = new Set([...features.databases, ...refseqDatabases(features)]);
  if (searchesLiterature(features)) wanted.add('pubmed_search');
  const databases = DATABASE_KEYS.filter((key) => wanted.has(key));
  const ids = (list: readonly DatabaseKey[]): ResolvedRequest => ({
    do: 'id',
    databases: list,
    species: null,
  });
  if (databases.length > 0) {
    const every =
      features.has('identifiers') &&
      features.word(/^(?:all|every|each|everything)\b/u) &&
      (databases.length < 2 || features.word(/^(?:incl|including|especially|everything)$/u));
    if (every) found.push(candidate(ids([]), PLAIN + 0.9, 'tolerant', 'every database was asked for'));
    found.push(
      candidate(
        ids(databases),
        PLAIN + 0.3 + Math.min(0.5, databases.length / 10),
        'tolerant',
        'a database was named',
      ),
    );
    if (databases.length > 3 && features.word(/^(?:list|table|single|everything)$/u))
      found.push(candidate(ids([]), PLAIN + 0.9, 'tolerant', 'many databases were asked for'));
  } else if (features.has('identifiers'))
    found.push(candidate(ids([]), PLAIN, 'tolerant', 'identifiers were asked for'));
  if (features.weakDatabases.length > 0 && databases.length === 0) {
    const asked = features.word(ID_WORDS);
    found.push(
      candidate(
        ids(features.weakDatabases),
        asked ? LIKELY : FAINT + 0.2,
        asked ? 'tolerant' : 'strict',
        'a word that can mean a database',
      ),
    );
  }
  if (features.word(/^(?:ids?|identifiers?|accession|accession number)$/u))
    found.push(candidate(ids([]), FAINT, 'strict', 'an identifier of no named database'));
  return found;
}
