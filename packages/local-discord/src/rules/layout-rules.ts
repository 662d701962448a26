import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { byType, checkUniqueIds, containable, container, row } from './component-rules.js';
import { displayedText, eachComponent, TYPE } from './component-tree.js';
import { COMPONENT } from './discord-limits.js';
import { all, type Issues, list, type Rule, rule } from './form.js';

type Loose = Record<string, unknown>;

/** At most 40 components and 4,000 characters of text in one message of the V2 kind. */
function checkTotals(components: unknown, at: Issues): void {
  let count = 0;
  eachComponent(components, () => {
    count += 1;
  });
  if (count > COMPONENT.totalMax) {
    at.add(
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      `The total number of components exceeds the maximum of ${COMPONENT.totalMax}`,
    );
  }
  const length = displayedText(components).reduce((sum, part) => sum + part.length, 0);
  if (length > COMPONENT.displayTextMax) {
    at.add(
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      `Components displayable text size exceeds maximum size of ${COMPONENT.displayTextMax}`,
    );
  }
}

function topLevel(judge: Rule<Loose>, max: number): Rule<APIMessageTopLevelComponent[]> {
  const judged = list(judge, { max });
  return rule((value, at) => {
    judged(value, at);
  });
}

/** The components of an ordinary message: at most 5 rows. */
export const rows: Rule<APIMessageTopLevelComponent[]> = all(
  topLevel(byType({ [TYPE.row]: row }), COMPONENT.rowsMax),
  checkUniqueIds,
);

/** The components of a message with the IS_COMPONENTS_V2 flag. */
export const layout: Rule<APIMessageTopLevelComponent[]> = all(
  topLevel(byType({ ...containable, [TYPE.container]: container }), COMPONENT.totalMax),
  checkUniqueIds,
  checkTotals,
);
