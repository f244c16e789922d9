// npm start [-- --host=desktop|browser]
import { parseArgs } from 'node:util';
import { openInBrowser } from './browser.ts';
import { openOnDesktop } from './desktop.ts';

process.exitCode = await main();

/** Opens the extension on the desktop when that is possible, else in the browser; `--host` insists on one. */
async function main(): Promise<number> {
  const host = chosenHost();
  if (host === 'unknown') {
    console.error('--host is either desktop or browser: npm start -- --host=browser');
    return 2;
  }
  if (host !== 'browser') {
    try {
      return await openOnDesktop();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      console.log(`Desktop VS Code cannot be opened: ${reason}`);
      if (host === 'desktop') return 1;
      console.log('Opening VS Code in the browser instead.');
    }
  }
  return openInBrowser();
}

function chosenHost(): 'desktop' | 'browser' | 'any' | 'unknown' {
  const { values } = parseArgs({ options: { host: { type: 'string' } }, strict: false });
  if (values.host === undefined) return 'any';
  return values.host === 'desktop' || values.host === 'browser' ? values.host : 'unknown';
}
