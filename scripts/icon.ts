// npm run icon: renders media/icon.svg, the source of the icon, to the picture that VS Code shows.
import { readFileSync } from 'node:fs';
import { inRoot } from './paths.ts';
import { launchChromium } from './vscode/chromium.ts';

const side = 256;

const browser = await launchChromium();
try {
  const page = await browser.newPage({ viewport: { width: side, height: side } });
  const svg = readFileSync(inRoot('media', 'icon.svg'), 'utf8');
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
  await page.screenshot({ path: inRoot('media', 'icon.png'), omitBackground: true });
} finally {
  await browser.close();
}
