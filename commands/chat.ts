import type { Answer } from '../src/answer/answer.js';
import { ask } from '../src/answer/ask.js';
import type { Request } from '../src/answer/request.js';
import { respond } from '../src/answer/respond.js';
import { moreAbout } from '../src/answer/terms.js';
import type { GeneRecord } from '../src/record/schema.js';
import { readContext, readContextUrl } from '../src/reply/context.js';
import type { Step } from '../src/reply/custom-id.js';
import type { Reply } from '../src/reply/reply.js';
import { findTerms } from '../src/search/terms.js';
import type { Chat } from './types.js';

/** What a chat needs from the commands: the records and how an answer becomes a reply. */
export interface ChatTools {
  readonly records: readonly GeneRecord[];
  readonly reply: (answer: Answer) => Promise<Reply>;
  readonly explain: (text: string) => Promise<Reply | null>;
}

/**
 * Answers a mention, a reply to the bot, or a direct message.
 * @returns null when there is nothing to say: no question, and help was offered before
 */
export async function answerChat(
  { text, repliedTo, referencedText, previous }: Chat,
  tools: ChatTools,
): Promise<Reply | null> {
  const context =
    repliedContext(repliedTo, tools.records) ??
    (previous === null ? null : readContext(previous, tools.records));
  const [record] = tools.records;
  if (record === undefined) return null;
  if (text.trim() === '') {
    const explained = referencedText === null ? null : await tools.explain(referencedText);
    if (explained !== null) return explained;
    return context?.request.do === 'help'
      ? null
      : tools.reply(respond(context?.record ?? record, { do: 'help' }));
  }
  const meant = referencedText === null ? null : meantIn(referencedText, tools.records);
  const previousAnswer = meant ?? context;
  return tools.reply(ask(tools.records, text, previousAnswer === null ? {} : { previous: previousAnswer }));
}

function repliedContext(marks: readonly string[], records: readonly GeneRecord[]): Step | null {
  for (const mark of marks) {
    const step = readContextUrl(mark, records);
    if (step !== null) return step;
  }
  return null;
}

/** What a colleague's message is about, for a question asked in reply to it: the references in it, else its first term. */
function meantIn(
  text: string,
  records: readonly GeneRecord[],
): { record: GeneRecord; request: Request } | null {
  const { terms } = findTerms(records, text);
  const cited = terms.find((term) => term.what.is === 'reference') ?? terms[0];
  if (cited === undefined) return null;
  const { record } = cited;
  const references = terms.flatMap((term) =>
    term.record === record && term.what.is === 'reference' ? [term.what.reference.id] : [],
  );
  const request: Request =
    references.length > 0 ? { do: 'cite', references, format: null } : moreAbout(cited).request;
  return { record, request };
}
