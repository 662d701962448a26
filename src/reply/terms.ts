import { ButtonStyle, ComponentType } from 'discord.js';
import { z } from 'zod';
import { requestFor } from '../answer/request.js';
import { LIMITS } from '../limits.js';
import { databaseLink } from '../record/databases.js';
import type { Source } from '../record/schema.js';
import { geneSymbol, referenceLinks, sourceOf } from '../record/words.js';
import type { FoundTerm } from '../search/terms.js';
import { sourceText } from '../view/base.js';
import { stepTo } from '../view/next.js';
import type { OtherTerm } from '../view/other-genes.js';
import { explainTerm, notInRecords } from '../view/terms.js';
import { nextButtons, row } from './components.js';
import { contextFor } from './context.js';
import { withinTotal } from './embed.js';
import { clamp, escapeText } from './markdown.js';
import type { Reply } from './reply.js';

const COLOUR = 0x4b7bec;

/** The custom_id of the button that shares what was explained of a message. */
export const SHARE_TERMS = '1:share-terms';

const SHARE_BUTTON = {
  type: ComponentType.Button,
  style: ButtonStyle.Primary,
  label: 'Share to channel',
  custom_id: SHARE_TERMS,
} as const;

/** What a message has besides the terms of records. */
export interface BesideTerms {
  /** what looks like a term and is in no record */
  readonly unknown?: readonly string[];
  /** names and accessions of other human genes */
  readonly others?: readonly OtherTerm[];
  /** where those are from */
  readonly catalogue?: string | null;
  /** only one person sees it, who may want to share it */
  readonly shareable?: boolean;
}

/**
 * The terms that were found in somebody's message, each explained, with buttons to what the record has about them.
 * @param terms in the order of the message; those of other genes stand behind them
 */
export function termsReply(
  terms: readonly FoundTerm[],
  { unknown = [], others = [], catalogue = null, shareable = false }: BesideTerms = {},
): Reply {
  const shown = terms.slice(0, LIMITS.embedFields);
  const [first] = terms;
  const records = [...new Set(terms.map((term) => term.record))];
  const sources = [
    ...(records.length > 0 ? [sourceText(terms.map(termSource))] : []),
    ...(others.length > 0 ? [catalogue] : []),
  ];
  const count = terms.length + others.length;
  const left = count - Math.min(count, LIMITS.embedFields);
  const description = [
    left > 0 ? `The first ${count - left} are explained here.` : '',
    unknown.length > 0 ? escapeText(notInRecords(records, unknown)) : '',
  ].filter((line) => line !== '');
  const embed = withinTotal({
    color: COLOUR,
    ...(records.length === 0
      ? {}
      : { author: { name: clamp(records.map(geneSymbol).join(', '), LIMITS.embedAuthor) } }),
    title: count === 1 ? '1 term in that message' : `${count} terms in that message`,
    description: clamp(description.join('\n'), LIMITS.embedDescription),
    fields: [
      ...shown.map((term) => ({ name: termName(term), value: termValue(term), inline: false })),
      ...others.map((term) => ({
        name: termName(term),
        value: withLink(term.sentence, term.url),
        inline: false,
      })),
    ].slice(0, LIMITS.embedFields),
    footer: { text: clamp([...new Set(sources)].join('\n'), LIMITS.embedFooter) },
  });
  const rows = [
    row(
      nextButtons(shown.map((term) => ({ ...stepTo(term.record, requestFor(term)), record: term.record }))),
    ),
    shareable ? row([SHARE_BUTTON]) : null,
  ];
  return {
    message: { content: '', embeds: [embed], components: rows.filter((each) => each !== null), files: [] },
    private: true,
    outcome: 'answered',
    context: first === undefined ? null : contextFor(first.record, requestFor(first)),
  };
}

const FIELD = z.object({ name: z.string(), value: z.string() });
const EMBED = z.object({
  color: z.number().optional(),
  author: z.object({ name: z.string() }).optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  fields: z.array(FIELD).optional(),
  footer: z.object({ text: z.string() }).optional(),
});

/**
 * What was explained of a message, for all: the embed of the private answer as it stands.
 * @param embeds of that answer, as Discord sends them
 * @returns null when there is none of ours
 */
export function sharedTerms(embeds: readonly unknown[], userId: string): Reply | null {
  const parsed = EMBED.safeParse(embeds[0]);
  if (!parsed.success) return null;
  const { color, author, title, description, fields, footer } = parsed.data;
  const embed = {
    ...(color === undefined ? {} : { color }),
    ...(author === undefined ? {} : { author }),
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(fields === undefined ? {} : { fields: fields.map((field) => ({ ...field, inline: false })) }),
    ...(footer === undefined ? {} : { footer }),
  };
  const message = { content: `Shared by <@${userId}>`, embeds: [embed], components: [], files: [] };
  return { message, private: false, outcome: 'answered', context: null };
}

function termName({ typed }: { readonly typed: string }): string {
  return clamp(escapeText(typed.replace(/\s+/gu, ' ')), LIMITS.embedFieldName);
}

function termValue(term: FoundTerm): string {
  return withLink(explainTerm(term), termUrl(term));
}

function withLink(sentence: string, url: string | null): string {
  const text = escapeText(sentence);
  return clamp(url === null ? text : `${text}\n[Open](${url})`, LIMITS.embedFieldValue);
}

/** Where what is said of a term is from. */
function termSource({ record, what }: FoundTerm): Source {
  const fact = what.found === 'name' ? what.name : what.found === 'identifier' ? what.identifier : {};
  return sourceOf(record, fact);
}

function termUrl({ what }: FoundTerm): string | null {
  if (what.found === 'reference') return referenceLinks(what.reference)[0]?.url ?? null;
  if (what.found === 'name' || what.identifier.accession === null) return null;
  return databaseLink(what.identifier.database, what.identifier.accession);
}
