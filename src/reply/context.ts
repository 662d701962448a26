import type { Answer } from '../answer/answer.js';
import type { Request } from '../answer/request.js';
import type { GeneRecord } from '../record/schema.js';
import { mainSource } from '../record/words.js';
import { decodeStep, encodeStep, type Step } from './custom-id.js';

const MARK = '#ask=';

/** What a follow-up question continues from: the request of an answer, in the form that buttons carry; null when too long. */
export function contextOf({ record, request }: Answer): string | null {
  return contextFor(record, request);
}

/** As `contextOf`, for a request that was not answered yet. */
export function contextFor(record: GeneRecord, request: Request): string | null {
  return encodeStep({ action: 'ask', record, request, verdict: null });
}

/**
 * The address behind the author line of an answer: the source article, with the context after a `#`, so that a reply to the
 * message can be continued after a restart.
 */
export function contextUrl(record: GeneRecord, context: string | null): string | null {
  return context === null ? null : `${mainSource(record).url}${MARK}${context}`;
}

/** Reads a context that `contextOf` wrote; null when it is not one. */
export function readContext(
  text: string,
  records: readonly GeneRecord[],
  formats: readonly string[] = [],
): Step | null {
  return decodeStep(text, records, formats);
}

/** Reads the context in an address that `contextUrl` wrote; null when there is none in it. */
export function readContextUrl(
  url: string,
  records: readonly GeneRecord[],
  formats: readonly string[] = [],
): Step | null {
  const at = url.indexOf(MARK);
  return at < 0 ? null : decodeStep(url.slice(at + MARK.length), records, formats);
}
