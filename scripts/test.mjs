// npm test [-- PART…]: see scripts/test/main.ts.
import { runOnProjectNode } from './bootstrap.mjs';

await runOnProjectNode('scripts/test/main.ts');
