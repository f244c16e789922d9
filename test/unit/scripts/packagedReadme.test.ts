import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { packagedReadme } from '../../../scripts/packagedReadme.ts';

suite('the README of the package', () => {
  test('has no picture, and of the links those to the web', () => {
    const readme =
      'A [file](a.md), a [page](https://a.example/).\n\nAs here:\n\n![A picture](a.png)\n\nB\n\n![C](c.png)\n';
    assert.equal(packagedReadme(readme), 'A file, a [page](https://a.example/).\n\nAs here.\n\nB\n');
  });

  test('is for those who have the extension', () => {
    const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
    const packaged = packagedReadme(readme);
    assert.match(packaged, /^# EWS Request Studio\n[\s\S]*^## Security\n[^#]*\.\n$/m);
    assert.doesNotMatch(packaged, /\]\(|npm|Install|checkout/);
  });
});
