import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/vscode/chromium.ts';
import { render } from '../../src/panel/index.ts';
import { panelPages } from '../support/panelPages.ts';

/**
 * The pages of the panel by themselves in Chromium, with the colours of VS Code's own themes: axe-core cannot run in a
 * webview without script.
 */
suite('panel: accessible in every theme', function () {
  this.timeout(60_000);
  let browser: Browser;
  let page: Page;
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

  suiteSetup(async () => {
    browser = await launchChromium();
    page = await browser.newPage();
  });

  suiteTeardown(() => browser?.close());

  for (const theme of ['dark', 'light', 'high-contrast-dark', 'high-contrast-light']) {
    for (const name of Object.keys(panelPages)) {
      test(`${theme}: ${name}`, async () => {
        await openPage(name, theme, 900);
        await page.evaluate(axe);
        assert.deepEqual(await page.evaluate(runAxe), []);
      });
    }
  }

  for (const name of Object.keys(panelPages)) {
    test(`320 px wide and text of double size, nothing sticks out: ${name}`, async () => {
      await openPage(name, 'light', 320);
      assert.deepEqual(await overflowing(page, 320), []);
      await setProperties(page, { '--vscode-font-size': '26px' });
      assert.deepEqual(await overflowing(page, 320), []);
    });
  }

  test('every action is reached with the Tab key and shows its focus', async () => {
    await openPage('error', 'dark', 900);
    const count = await page.locator('a, summary').count();
    const reached = [];
    for (let index = 0; index < count; index += 1) {
      await page.keyboard.press('Tab');
      reached.push(await page.locator(':focus').evaluate(readFocus));
    }
    assert.equal(new Set(reached.map(each => each.text)).size, count);
    assert.deepEqual([...new Set(reached.map(each => each.outline))], ['2px solid rgb(0, 120, 212)']);
  });

  test('the policy of the page keeps its own style and lets no other in', async () => {
    await openPage('error', 'dark', 900);
    await page.locator('head').evaluate(head => {
      const intruder = head.ownerDocument.createElement('style');
      intruder.textContent = '.verdict { border-radius: 99px }';
      head.append(intruder);
    });
    const radius = await page.locator('.verdict').evaluate(styleOf, 'borderTopLeftRadius');
    assert.equal(radius, '6px');
  });

  async function openPage(name: string, theme: string, width: number): Promise<void> {
    const view = panelPages[name];
    assert.ok(view);
    await page.setViewportSize({ width, height: 800 });
    await page.setContent(render(view, { nonce: 'cGFuZWwgbm9uY2U' }));
    await setProperties(page, themeColours(theme));
    await page.locator('details').evaluateAll(unfold);
  }
});

function themeColours(theme: string): Record<string, string> {
  return JSON.parse(readFileSync(new URL(`../fixtures/themes/${theme}.json`, import.meta.url), 'utf8'));
}

/** As VS Code does with the colours of the theme. */
async function setProperties(page: Page, properties: Record<string, string>): Promise<void> {
  await page.locator('html').evaluate((root, all) => {
    for (const [name, value] of Object.entries(all)) root.style.setProperty(name, value);
  }, properties);
}

/** What ends to the right of the page, so that one would have to scroll sideways. */
async function overflowing(page: Page, width: number): Promise<readonly string[]> {
  return page
    .locator('main, main *')
    .evaluateAll(
      (elements, limit) =>
        elements
          .filter(element => element.getBoundingClientRect().right > limit + 0.5)
          .map(element => `${element.tagName} ${element.textContent?.slice(0, 60)}`),
      width,
    );
}

/* The functions below run in the page, which types of Node do not know: elements are told by what is used of them. */

interface StyledElement {
  readonly textContent: string | null;
  readonly ownerDocument: {
    readonly defaultView: { getComputedStyle(element: unknown): Readonly<Record<string, string>> };
  };
}

interface AxeFinding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

interface AxeResult {
  readonly violations: readonly AxeFinding[];
  readonly incomplete: readonly AxeFinding[];
}

/** What axe finds wrong, and what it could not decide: on a page this plain there is nothing it may leave open. */
async function runAxe(): Promise<readonly string[]> {
  const { axe } = globalThis as unknown as { axe: { run: (options: unknown) => Promise<AxeResult> } };
  const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations, incomplete } = await axe.run({ runOnly: rules });
  return [...violations, ...incomplete].flatMap(({ id, nodes }) =>
    nodes.map(node => `${id}: ${node.html} ${node.failureSummary}`),
  );
}

/** What is folded is opened, so that it is checked too. */
function unfold(all: readonly { open: boolean }[]): void {
  for (const details of all) details.open = true;
}

function styleOf(element: StyledElement, property: string): string {
  return element.ownerDocument.defaultView.getComputedStyle(element)[property] ?? '';
}

function readFocus(element: StyledElement): { text: string; outline: string } {
  const style = element.ownerDocument.defaultView.getComputedStyle(element);
  return {
    text: element.textContent ?? '',
    outline: `${style['outlineWidth']} ${style['outlineStyle']} ${style['outlineColor']}`,
  };
}
