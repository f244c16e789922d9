// npm run -s ews -- check|decode|send|sandbox …: see src/commandLine/usage.ts.
import { runOnProjectNode } from './bootstrap.mjs';

await runOnProjectNode('src/commandLine/main.ts');
