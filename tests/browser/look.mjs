// Opens a page in Chromium and tells what it finds, as JSON: `node look.mjs page.html [picture]`.
import { chromium } from "playwright-core";
import { AxeBuilder } from "@axe-core/playwright";
import { pathToFileURL } from "node:url";

const [page_file, picture] = process.argv.slice(2);
const VIEWS = [
  { name: "wide", width: 1280, height: 900 },
  { name: "phone", width: 390, height: 844 },
  { name: "narrow", width: 320, height: 640 },
];
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];

const browser = await chromium.launch({
  executablePath: process.env.KOMPASS_CHROMIUM || "/usr/bin/chromium",
  args: [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
  ],
});
const told = { console: [], requests: [], views: [] };
try {
  for (const view of VIEWS) {
    const context = await browser.newContext({ viewport: view });
    const page = await context.newPage();
    page.on("console", (it) => told.console.push(it.text()));
    page.on("pageerror", (it) => told.console.push(String(it)));
    page.on("request", (it) => {
      if (!it.url().startsWith("file:") && !it.url().startsWith("data:")) told.requests.push(it.url());
    });
    await page.goto(pathToFileURL(page_file).href);
    // One frame, and only violations in detail: much quicker on a long report.
    const result = await new AxeBuilder({ page })
      .options({ resultTypes: ["violations"] }).withTags(TAGS).setLegacyMode().analyze();
    told.views.push({
      name: view.name,
      checked: result.passes.length,
      violations: result.violations.map((it) => ({
        id: it.id, help: it.help, nodes: it.nodes.slice(0, 3).map((node) => node.html.slice(0, 200)),
      })),
      overflow: await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      text: view.name === "wide" ? await page.evaluate(() => document.body.innerText) : "",
      scripts: await page.evaluate(() => document.scripts.length + (window.hit ? 1 : 0)),
    });
    if (picture) await page.screenshot({ path: `${picture}-${view.name}.png` });
    await context.close();
  }
} finally {
  await browser.close();
}
console.log(JSON.stringify(told));
