import { formatNamed, isStyle, notInstalled } from '../citation/find-style.js';
import { DEFAULT_STYLE, type StyleCatalogue } from '../citation/styles.js';
import type { Answer, CitationAnswer } from './answer.js';
import type { Request } from './request.js';

/** A citation in the style that the question named, else in the last one (null: the usual one); a note names one that is not installed. */
export function inStyle(answer: Answer, styles: StyleCatalogue, lastStyle: string | null): Answer {
  if (answer.kind !== 'citation' || answer.format === null) return inLastStyle(answer, lastStyle);
  const format = formatNamed(styles, answer.format);
  if (format !== null) return withFormat(answer, format);
  const plain = withFormat(answer, DEFAULT_STYLE);
  return { ...plain, inherited: true, notes: [...plain.notes, notInstalled(answer.format)] };
}

/** A citation for which no style was named, in the last one that was chosen. */
export function inLastStyle(answer: Answer, lastStyle: string | null): Answer {
  return answer.kind === 'citation' && answer.format === null && lastStyle !== null
    ? { ...withFormat(answer, lastStyle), inherited: true }
    : answer;
}

/** The style that a citation has; null for a file, the usual style, and what is no citation. */
export function styleOf(request: Request | undefined): string | null {
  return request?.do === 'cite' && request.format !== null && isStyle(request.format) ? request.format : null;
}

function withFormat(answer: CitationAnswer, format: string): CitationAnswer {
  const { request } = answer;
  return { ...answer, format, request: request.do === 'cite' ? { ...request, format } : request };
}
