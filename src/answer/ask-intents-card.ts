import { isSpeech, type Mark } from '../search/reading.js';
import { asksWhat, type Candidate, candidate, FAINT, LIKELY, PLAIN } from './ask-candidate.js';
import type { Features } from './ask-features.js';
import type { ResolvedRequest } from './respond.js';

/** Readings of a question as one for the whole card. */
export function summaryCandidates(features: Features): readonly Candidate[] {
  const card: ResolvedRequest = { do: 'card' };
  const found: Candidate[] = [];
  const plain =
    features.own.some((mark) => mark.name?.kind === 'alias' || mark.name?.kind === 'isoform') &&
    features.marks.some(({ text }) => /^(?:wtf|what)/u.test(text));
  if (features.has('summary') && !plain)
    found.push(candidate(card, LIKELY - 0.3, 'strict', 'a summary was asked for'));
  else if (features.has('definition') || features.hasWeak('summary'))
    found.push(candidate(card, FAINT + 0.4, 'strict', 'a summary may be meant'));
  if (features.own.some((mark) => !isModifier(features, mark)))
    found.push(candidate(card, LIKELY - 0.5, 'strict', 'the gene was named'));
  else if (features.word(/^(?:gene|protein)$/u) && asksWhat(features))
    found.push(candidate(card, FAINT, 'strict', 'the gene was meant'));
  return found;
}

/** "my IL2 plate": the name only says which thing of the speaker's is meant. */
function isModifier({ marks }: Features, own: Mark): boolean {
  const at = marks.indexOf(own);
  const next = marks[at + 1];
  const things = next?.kind === 'common' || next?.terms.some(({ kind }) => kind === 'activity') === true;
  return /^(?:my|our)$/u.test(marks[at - 1]?.text ?? '') && things && next?.segment === own.segment;
}

const GREETING = /^(?:hi|hello|hey|hiya|heya|yo|greetings|morning|sup|hola|hallo|bonjour)$/u;

/** Readings of a question as one about the bot. */
export function helpCandidates(features: Features): readonly Candidate[] {
  const help: ResolvedRequest = { do: 'help' };
  if (features.marks.some((mark) => mark.text === 'help' && /--$/u.test(mark.before)))
    return [candidate(help, PLAIN, 'strict', 'help was asked for as an option')];
  if (features.has('help')) {
    const alone = features.own.length === 0 && features.others.length === 0;
    return [candidate(help, alone ? LIKELY - 0.25 : FAINT + 0.3, 'strict', 'help was asked for')];
  }
  const [first] = features.marks;
  if (first?.text === 'man' && features.own.length === 1 && features.marks.length === 2)
    return [candidate(help, LIKELY, 'strict', 'a manual page was asked for')];
  const words = features.marks.filter((mark) => !isSpeech(mark));
  const bot = features.marks.some(({ text }) => /^(?:bot|bots)$/u.test(text));
  const plain = words.every(
    (mark) =>
      mark.kind !== 'own' && mark.kind !== 'other' && mark.kind !== 'accession' && mark.entities.length === 0,
  );
  const plainBot = bot && plain;
  const you = features.word(/^(?:you|u)$/u) && features.word(/^can$/u) && features.word(/^(?:i|we|one)$/u);
  if (you && plain && features.word(/^(?:what|which|how|whats)$/u))
    return [candidate(help, LIKELY, 'strict', 'what the bot can be asked')];
  if (plainBot && features.word(/^(?:what|which|how|whats|can)$/u) && features.databases.length === 0)
    return [candidate(help, LIKELY, 'strict', 'the bot was asked about')];
  const greets = features.marks.some((mark) => GREETING.test(mark.text)) && words.length === 0;
  return greets ? [candidate(help, FAINT, 'strict', 'a greeting')] : [];
}
