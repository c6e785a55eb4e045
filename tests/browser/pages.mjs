// Visits pages of a running workspace and tells what it finds, as JSON on standard output:
// `node pages.mjs '{"base": "http://127.0.0.1:8123", "paths": ["/"], "views": ["wide"]}'`.
import { chromium } from "playwright-core";
import { AxeBuilder } from "@axe-core/playwright";

const asked = JSON.parse(process.argv[2]);
const VIEWS = {
  wide: { viewport: { width: 1280, height: 900 } },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true },
  narrow: { viewport: { width: 320, height: 640 } },
  plain: { viewport: { width: 1280, height: 900 }, javaScriptEnabled: false },
};
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];

const browser = await chromium.launch({
  executablePath: process.env.KOMPASS_CHROMIUM || "/usr/bin/chromium",
  args: [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
  ],
});
const told = [];
try {
  for (const name of asked.views) {
    const context = await browser.newContext({ ...VIEWS[name], locale: "nb-NO" });
    for (const path of asked.paths) {
      const page = await context.newPage();
      const seen = { view: name, path, console: [], requests: [], violations: [] };
      page.on("console", (it) => { if (!it.text().startsWith("Failed to load resource")) seen.console.push(it.text()); });
      page.on("pageerror", (it) => seen.console.push(String(it)));
      page.on("request", (it) => { if (!it.url().startsWith(asked.base)) seen.requests.push(it.url()); });
      const response = await page.goto(asked.base + path);
      seen.status = response.status();
      seen.title = await page.title();
      if (name !== "plain") {
        if (asked.open) await page.evaluate(() => { for (const it of document.querySelectorAll("details")) it.open = true; });
        const result = await new AxeBuilder({ page })
          .options({ resultTypes: ["violations"] }).withTags(TAGS).setLegacyMode().analyze();
        seen.violations = result.violations.map((it) => ({
          id: it.id, help: it.help, nodes: it.nodes.slice(0, 3).map((node) => node.html.slice(0, 200)),
        }));
        seen.overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      }
      if (asked.pictures) {
        const file = `${asked.pictures}/${name}${path.replace(/[^a-z0-9]+/gi, "-")}.png`;
        await page.screenshot({ path: file, fullPage: true });
      }
      told.push(seen);
      await page.close();
    }
    await context.close();
  }
} finally {
  await browser.close();
}
console.log(JSON.stringify(told));
