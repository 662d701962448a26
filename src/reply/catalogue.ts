import { LIMITS } from '../limits.js';
import type { CatalogueView, LinkedText } from '../view/catalogue.js';
import { withinTotal } from './embed.js';
import { clamp, escapeText } from './markdown.js';
import type { Reply } from './reply.js';

const COLOUR = 0x6b7785;

/** What HGNC knows of a gene without a record, as a message. Nothing continues from it: there is no record to ask. */
export function catalogueReply(view: CatalogueView, isPrivate: boolean): Reply {
  const embed = withinTotal({
    color: COLOUR,
    title: clamp(escapeText(view.title), LIMITS.embedTitle),
    description: clamp(escapeText(view.body.join('\n')), LIMITS.embedDescription),
    fields: view.fields.slice(0, LIMITS.embedFields).map(({ name, lines }) => ({
      name: clamp(escapeText(name), LIMITS.embedFieldName),
      value: wholeLines(lines.map(markdownLine)),
      inline: false,
    })),
    footer: { text: clamp(view.source, LIMITS.embedFooter) },
  });
  return {
    message: { content: '', embeds: [embed], components: [], files: [] },
    private: isPrivate || !view.isFound,
    outcome: view.isFound ? 'answered' : 'refused',
    context: null,
  };
}

function markdownLine(pieces: readonly LinkedText[]): string {
  const written = pieces.map(({ text, url }) =>
    url === null ? escapeText(text) : `[${escapeText(text)}](${url})`,
  );
  const [head = '', ...rest] = written;
  return pieces[0]?.url === null && rest.length > 0 ? `${head}${rest.join(', ')}` : written.join(' · ');
}

/** As many lines as fit: a link that is cut is none. */
function wholeLines(lines: readonly string[]): string {
  const kept: string[] = [];
  let length = 0;
  for (const line of lines) {
    length += line.length + 1;
    if (length > LIMITS.embedFieldValue) break;
    kept.push(line);
  }
  return kept.length > 0 ? kept.join('\n') : clamp(lines[0] ?? '', LIMITS.embedFieldValue);
}
