import type { Claim } from '../understand/claim.js';
import type { Outcome } from '../understand/features.js';
import type { Fact } from './facts.js';
import { best, hitsOf, positiveRuling } from './verdict.js';

/** How the record answers a claim, for the intent model. */
export function outcomeOf(claim: Claim, facts: readonly Fact[]): Outcome {
  const each = hitsOf(claim, facts).map((hits) => best(hits.map(({ ruling }) => ruling))?.says ?? 'none');
  return {
    objects: each.length === 0 ? '-' : [...new Set(each)].sort().join('+'),
    whole: positiveRuling(claim, facts)?.says ?? '-',
  };
}
