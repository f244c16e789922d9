import assert from 'node:assert/strict';
import { noticesOf } from '../../../scripts/notices.ts';

suite('third-party notices', () => {
  test('name each package once, with its version, licence and text', () => {
    const text = noticesOf(bundleOf({ 'node_modules/js-md4/src/md4.js': 10, 'node_modules/js-md4/other.js': 10 }));
    assert.equal(text.match(/^js-md4 \d+\.\d+\.\d+ \(MIT\)$/gm)?.length, 1);
    assert.match(text, /Copyright 2015-2017 Yi-Cyuan Chen/);
  });

  test('give the terms of the licence where a package ships none', () => {
    const text = noticesOf(bundleOf({ 'node_modules/saxes/saxes.js': 10 }));
    assert.match(text, /saxes \d+\.\d+\.\d+ \(ISC\)\n\nCopyright \(c\) Louis-Dominique Dubeau/);
    assert.match(text, /with or without fee/);
  });

  test('leave out what is no package and what left nothing in the bundle', () => {
    const text = noticesOf(bundleOf({ 'src/extension.ts': 10, 'node_modules/undici/index.js': 0 }));
    assert.doesNotMatch(text, /undici|extension\.ts/);
  });

  test('refuse a licence that is not allowed', () => {
    assert.throws(() => noticesOf(bundleOf({ 'node_modules/diff/index.js': 10 })), {
      message: 'Bundled under a licence that is not one of MIT, ISC, Apache-2.0: diff (BSD-3-Clause).',
    });
  });
});

function bundleOf(bytes: Readonly<Record<string, number>>): Parameters<typeof noticesOf>[0] {
  const inputs = Object.fromEntries(
    Object.entries(bytes).map(([file, bytesInOutput]) => [file, { bytesInOutput, bytes: bytesInOutput, imports: [] }]),
  );
  return { inputs: {}, outputs: { 'dist/x.cjs': { bytes: 0, inputs, imports: [], exports: [] } } };
}
