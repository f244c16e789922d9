import { findOnPath } from '../run.ts';
import type { Part } from './result.ts';
import { mocha } from './tools.ts';

/** Another client: curl sends the samples to the sandbox of the command line. */
export const curl: Part = {
  name: 'curl',
  run: async () => {
    if (findOnPath(['curl']) === undefined)
      return { passed: 0, failed: 0, notPossible: ['the samples sent with curl (curl is not installed)'] };
    return await mocha('curl', ['--no-config', '--ui', 'tdd', '--timeout', '30000', 'test/curl/*.test.ts']);
  },
};
