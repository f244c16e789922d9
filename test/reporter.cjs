// Mocha reporter: prints as "spec" (or as the reporter named by the option "base") and leaves the counts in the file
// that EWS_TEST_COUNTS names, so that the script around several runs can sum them.
const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

module.exports = class CountingReporter extends reporters.Base {
  constructor(runner, options) {
    super(runner, options);
    const base = options?.reporterOption?.base ?? options?.reporterOptions?.base ?? 'spec';
    const bases = { spec: reporters.Spec, dot: reporters.Dot };
    new bases[base](runner, options);
    const file = process.env.EWS_TEST_COUNTS;
    runner.on('end', () => {
      const { passes, failures, pending } = runner.stats;
      if (file) writeFileSync(file, JSON.stringify({ passed: passes, failed: failures, pending }));
    });
  }
};
