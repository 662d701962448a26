import type { GeneRecord } from '../record/schema.js';
import { geneSymbol } from '../record/words.js';
import type { AccessionFind } from '../search/accessions.js';
import type { Answer, Verdict } from './answer.js';
import type { Request, ResolvedRequest } from './request.js';
import { refuse, respond, together } from './respond.js';

/** How many near things a refusal offers. */
const NEAR = 3;

type Known = Exclude<AccessionFind, { found: 'unknown' }>;
type Unknown = Extract<AccessionFind, { found: 'unknown' }>;

/** What accessions (at least one) are in the record, in the order in which they were pasted; where it holds none, a refusal. */
export function accessionAnswer(
  record: GeneRecord,
  found: readonly AccessionFind[],
  request: Request,
  verdict: Verdict | null = null,
): Answer {
  const known = found.filter((one) => one.found !== 'unknown');
  const unknown = found.filter((one) => one.found === 'unknown');
  if (known.length === 0) return unknownAnswer(record, unknown, request);
  const kinds = [...new Set(known.map((one) => one.found))];
  const parts = kinds.map((kind) =>
    knownAnswer(
      record,
      known.filter((one) => one.found === kind),
    ),
  );
  const { lookedUp = [], ...answer } = together(parts, request);
  return { ...answer, request, verdict, lookedUp: [...lookedUp, ...unknown] };
}

/** What accessions of one kind are in the record. */
function knownAnswer(record: GeneRecord, lookedUp: readonly Known[]): Answer {
  const cited = lookedUp.flatMap((one) => (one.found === 'reference' ? [one.reference.id] : []));
  if (cited.length > 0)
    return { ...respond(record, { do: 'cite', references: [...new Set(cited)], format: null }), lookedUp };
  const entries = new Set(lookedUp.flatMap((one) => (one.found === 'identifier' ? [one.identifier] : [])));
  const databases = [...new Set([...entries].map(({ database }) => database))];
  const [only = null, ...others] = new Set([...entries].map(({ species }) => species));
  const answer = respond(record, { do: 'id', databases, species: others.length === 0 ? only : null });
  return answer.kind === 'identifier' ? { ...answer, entries: [...entries], lookedUp } : answer;
}

function unknownAnswer(record: GeneRecord, unknown: readonly Unknown[], request: Request): Answer {
  const typed = unknown.map(({ typed: each, databaseName }) =>
    databaseName === null || unknown.length > 1 ? each : `${each} (${databaseName})`,
  );
  const named = typed.length === 1 ? `${typed[0]} is not` : `None of ${typed.join(', ')} is`;
  const reason = `${named} in the record of ${geneSymbol(record)}. Accessions are matched exactly.`;
  const near = unknown
    .flatMap((one) => one.near)
    .slice(0, NEAR)
    .map(
      (one): ResolvedRequest =>
        'database' in one
          ? { do: 'id', databases: [one.database], species: one.species }
          : { do: 'cite', references: [one.id], format: null },
    );
  return refuse(record, reason, request, [...near, { do: 'id', databases: [], species: null }]);
}
