import assert from 'node:assert/strict';
import { plainText } from '../../../src/editor/views/plainText.ts';

suite('text of others in a label', () => {
  const cases: readonly (readonly [what: string, text: string, shown: string])[] = [
    ['ordinary text stays', 'Project Phoenix & Söhne', 'Project Phoenix & Söhne'],
    ['no icons', '$(bug) $($(trash)) x', '(bug) ((trash)) x'],
    ['no icon comes of taking one away', '$$(bug) $$$(bug)', '(bug) (bug)'],
    ['no icon comes of cleaning', '$\u0000(bug)', '$ (bug)'],
    ['no links', '[Yes](command:x)', '[Yes] (command:x)'],
    ['one line', 'a\r\nb\tc', 'a b c'],
    ['no hidden direction', 'a\u202eb', 'a b'],
    ['no more than fits', 'x'.repeat(201), `${'x'.repeat(200)}…`],
  ];
  for (const [what, text, shown] of cases) test(what, () => assert.equal(plainText(text), shown));
});
