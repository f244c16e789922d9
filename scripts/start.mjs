// npm start [-- --host=desktop|browser]: see scripts/start/main.ts.
import { runOnProjectNode } from './bootstrap.mjs';

await runOnProjectNode('scripts/start/main.ts');
