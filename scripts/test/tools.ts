import { rm } from 'node:fs/promises';
import path from 'node:path';
import { builtPackage } from '../package.ts';
import { inRoot } from '../paths.ts';
import { run } from '../run.ts';
import { installServer, vscodeVersions } from '../vscode/install.ts';
import { check, mochaResult, type Part, type Result, sum } from './result.ts';

/** TypeScript over sources, tests and scripts. */
export const types: Part = {
  name: 'types',
  run: async () => check((await tool('typescript', 'bin/tsc', ['--noEmit'])) === 0),
};

/** Biome's rules and format, of which warnings count too, and knip's search for files and exports that nobody uses. */
export const lint: Part = {
  name: 'lint',
  run: async () =>
    sum([
      check((await tool('@biomejs/biome', 'bin/biome', ['ci', '--error-on-warnings'])) === 0),
      check((await tool('knip', 'bin/knip.js', ['--treat-config-hints-as-errors'])) === 0),
    ]),
};

/** Mocha over the sources, without VS Code. */
export const unit: Part = {
  name: 'unit',
  run: () => mocha('unit', ['--reporter-option', 'base=dot']),
};

/** Mocha over the packaged extension in the workbench of VS Code, driven as a person would. */
export const workbench: Part = {
  name: 'workbench',
  run: async () => {
    await builtPackage();
    // Installed here, so that no test's time limit has to hold the installation.
    for (const version of vscodeVersions) await installServer(version);
    await rm(inRoot('out', 'pictures'), { recursive: true, force: true });
    const options = ['--no-config', '--ui', 'tdd', '--timeout', '120000', '--slow', '60000'];
    const result = await mocha('workbench', [...options, 'test/workbench/**/*.test.ts']);
    const pictures = result.failed > 0 ? ['What could be seen when a test failed: out/pictures'] : [];
    return { ...result, remarks: [...(result.remarks ?? []), ...pictures] };
  },
};

/** Runs Mocha under a name of its own and gives what it counted. */
export async function mocha(
  name: string,
  parameters: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Result> {
  const counts = inRoot('out', `counts-${name}.json`);
  await rm(counts, { force: true });
  const reporter = ['--reporter', inRoot('test', 'reporter.cjs')];
  const exitCode = await tool('mocha', 'bin/mocha.js', [...reporter, ...parameters], {
    ...env,
    EWS_TEST_COUNTS: counts,
  });
  return mochaResult(counts, exitCode);
}

/** Runs a development dependency's program on this Node and shows what it prints. */
async function tool(
  name: string,
  program: string,
  parameters: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  const file = inRoot('node_modules', ...name.split('/'), ...program.split('/'));
  const options = ['--disable-warning=ExperimentalWarning', path.normalize(file), ...parameters];
  const finished = await run(process.execPath, options, { show: true, env: { ...process.env, ...env } });
  return finished.code;
}
