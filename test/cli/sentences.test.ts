import { describe, expect, test } from 'vitest';
import { allSentences, sentencesIn } from '../../src/cli/sentences-main.js';
import { packagePath } from '../../src/package-path.js';

describe('the sentences of a source', () => {
  test('strings and templates for people, with their lines; nothing else', () => {
    const source = [
      "import { x } from './not-this.js';",
      "// 'Not this comment either'",
      "const key = 'not-this';",
      "const a = 'The record does not say.';",
      `const b = \`Did you mean ${'$'}{name ?? \`Another one\`}?\`;`,
      "const c = /'Not this pattern'/u;",
      "const d = 'It\\u2019s here\\n';",
    ].join('\n');
    expect(sentencesIn(source)).toEqual([
      { line: 4, text: 'The record does not say.' },
      { line: 5, text: 'Did you mean …?' },
      { line: 5, text: 'Another one' },
      { line: 7, text: 'It’s here' },
    ]);
  });
});

describe('all that the bot can say', () => {
  const sentences = allSentences(packagePath());

  test('is found in every room that speaks', () => {
    const texts = sentences.map(({ text }) => text);
    for (const known of [
      'The record does not say',
      'You have shared this already.',
      'Share to channel',
      '… is not in the record of …, so I cannot cite it.',
      'This answer cannot be shown here. Please ask something narrower.',
    ])
      expect(texts).toContain(known);
  });

  test('has no exclamation marks and no words of ours', () => {
    const bad =
      /!|\b(?:n\/a|null|undefined|rest on|mouse column|that which|does not say, I say|invalid|utili[sz]e|please note|in order to)\b/iu;
    expect(sentences.filter(({ text }) => bad.test(text))).toEqual([]);
  });

  test('is short: no sentence has more than 32 words', () => {
    const long = sentences.flatMap(({ file, text }) =>
      text
        .split(/(?<=[.?:;]) /u)
        .filter((sentence) => sentence.split(/\s+/u).length > 32)
        .map((sentence) => `${file}: ${sentence}`),
    );
    expect(long).toEqual([]);
  });
});
