import type { Answer } from '../src/answer/answer.js';
import { ask } from '../src/answer/ask.js';
import { type Request, requestFor } from '../src/answer/request.js';
import { refuse } from '../src/answer/respond.js';
import { styleOf } from '../src/answer/styled.js';
import { formatChoices } from '../src/citation/find-style.js';
import type { StyleCatalogue } from '../src/citation/styles.js';
import type { GeneRecord } from '../src/record/schema.js';
import { geneSymbol } from '../src/record/words.js';
import { readContext, readContextUrl } from '../src/reply/context.js';
import { hintReply } from '../src/reply/message.js';
import type { Reply } from '../src/reply/reply.js';
import { resolveAccession, scanAccessions } from '../src/search/accessions.js';
import { findTerms } from '../src/search/terms.js';
import { smallTalk } from './courtesy.js';
import type { Chat } from './types.js';

/** What a chat needs from the commands: the records and how an answer becomes a reply. */
export interface ChatTools {
  readonly records: readonly GeneRecord[];
  readonly styles: StyleCatalogue;
  /** the citation style that was chosen last, if it is still there */
  readonly lastStyle: string | null;
  readonly reply: (answer: Answer) => Promise<Reply>;
  /** how somebody asks about a record: "/tp53" */
  readonly command: (record: GeneRecord) => string;
  readonly explain: (text: string) => Promise<Reply | null>;
}

interface Asked {
  readonly record: GeneRecord;
  readonly request: Request;
}

/**
 * Answers a mention, a reply to the bot, or a direct message.
 * @returns null when there is nothing to say: thanks, words between people, or no question where a hint was given before
 */
export async function answerChat(chat: Chat, tools: ChatTools): Promise<Reply | null> {
  const { text, referencedText, addressed } = chat;
  const [record] = tools.records;
  if (record === undefined) return null;
  const context = contextOf(chat, tools);
  const talk = smallTalk(text);
  if (talk === 'courtesy' || (talk === 'talk' && !addressed)) return null;
  if (text.trim() === '' || talk === 'greeting') {
    const explained = referencedText === null ? null : await tools.explain(referencedText);
    if (explained !== null) return explained;
    return context?.request.do === 'help' ? null : hintReply(context?.record ?? record, tools.records);
  }
  const meant = referencedText === null ? null : meantIn(referencedText, tools.records);
  const unknown =
    meant === null && referencedText !== null ? unknownPaper(referencedText, tools.records) : null;
  if (unknown !== null && asksForThePaper(text, tools)) return tools.reply(notRecorded(record, unknown));
  const answer = askAfter(text, unknown === null ? (meant ?? context) : null, tools);
  // In a reply chain people talk to each other, too: what is no question and cannot be answered was not for the bot.
  const isAnswer = answer.kind !== 'none' && answer.kind !== 'clarify';
  if (!isAnswer && !addressed && !text.includes('?')) return null;
  return tools.reply(answer);
}

function askAfter(text: string, previous: Asked | null, tools: ChatTools): Answer {
  const { records, styles, command } = tools;
  const lastStyle = styleOf(previous?.request) ?? tools.lastStyle;
  return ask(records, text, { command, styles, lastStyle, previous: previous ?? undefined });
}

/** What the message continues: the answer that was replied to, else what this person asked last. */
function contextOf({ repliedTo, previous }: Chat, { records, styles }: ChatTools): Asked | null {
  const formats = formatChoices(styles).map(({ key }) => key);
  for (const mark of repliedTo) {
    const step = readContextUrl(mark, records, formats);
    if (step !== null) return step;
  }
  return previous === null ? null : readContext(previous, records, formats);
}

/** What a colleague's message is about, for a question asked in reply to it: the references in it, else its first term. */
function meantIn(text: string, records: readonly GeneRecord[]): Asked | null {
  const { terms } = findTerms(records, text);
  const cited = terms.find((term) => term.what.found === 'reference') ?? terms[0];
  if (cited === undefined || (cited.what.found !== 'reference' && unknownPaper(text, records) !== null))
    return null;
  const { record } = cited;
  const references = terms.flatMap((term) =>
    term.record === record && term.what.found === 'reference' ? [term.what.reference.id] : [],
  );
  const request: Request =
    references.length > 0 ? { do: 'cite', references, format: null } : requestFor(cited);
  return { record, request };
}

/** The DOI, PMID or PMCID of a paper that no record has, as typed; null when there is none. */
function unknownPaper(text: string, records: readonly GeneRecord[]): string | null {
  const papers = scanAccessions(text).filter(
    ({ space }) => space === 'doi' || space === 'pubmed' || space === 'pmc',
  );
  const unknown = papers.find((one) =>
    records.every((record) => resolveAccession(record, one).found === 'unknown'),
  );
  if (unknown === undefined) return null;
  return unknown.space === 'doi' ? unknown.base : text.slice(unknown.start, unknown.end);
}

/** Whether a text asks for the paper that is spoken of: whichever paper that were, the answer would be its citation. */
function asksForThePaper(text: string, tools: ChatTools): boolean {
  const [record] = tools.records;
  const [paper] = record?.references ?? [];
  if (record === undefined || paper === undefined) return false;
  const request: Request = { do: 'cite', references: [paper.id], format: null };
  const answer = askAfter(text, { record, request }, tools);
  if (answer.kind !== 'citation' || answer.references.length !== 1 || answer.references[0] !== paper)
    return false;
  const alone = askAfter(text, null, tools);
  return alone.kind !== 'citation' || alone.all || alone.references[0] !== paper;
}

function notRecorded(record: GeneRecord, typed: string): Answer {
  const reason = `${typed} is not in the record of ${geneSymbol(record)}, so I cannot cite it.`;
  return refuse(record, reason, { do: 'accession', accession: typed });
}
