/** Columns of a line of a record file. */
const WIDTH = 110;

/**
 * JSON as a person edits it: what fits on a line stands on one, everything else has a line for each part.
 * @param json what `JSON.parse` gives
 * @returns text that ends with a line end
 */
export function recordText(json: unknown): string {
  return `${written(json, '', 0)}\n`;
}

/** `taken`: columns that the line has already behind its indentation. */
function written(value: unknown, indent: string, taken: number): string {
  const short = onOneLine(value);
  const holds = typeof value === 'object' && value !== null;
  if (!holds || (indent.length > 0 && indent.length + taken + short.length < WIDTH)) return short;
  const deeper = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((each) => deeper + written(each, deeper, 0))
    : Object.entries(value).map(([key, each]) => {
        const label = `${JSON.stringify(key)}: `;
        return deeper + label + written(each, deeper, label.length);
      });
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return `${open}\n${parts.join(',\n')}\n${indent}${close}`;
}

function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}: ${onOneLine(each)}`);
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}
