// Somebody fills in the workspace in a real browser; what is found is told as JSON:
// `node journey.mjs '{"base": "http://127.0.0.1:8123", "journey": "keyboard", …}'`.
import { chromium } from "playwright-core";
import { AxeBuilder } from "@axe-core/playwright";

const asked = JSON.parse(process.argv[2]);
const told = { console: [], requests: [] };
const browser = await chromium.launch({
  executablePath: process.env.KOMPASS_CHROMIUM || "/usr/bin/chromium",
  args: [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
  ],
});

async function open(options = {}) {
  const context = await browser.newContext({ locale: "nb-NO", viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(20000);
  page.on("console", (it) => { if (!it.text().startsWith("Failed to load resource")) told.console.push(it.text()); });
  page.on("pageerror", (it) => told.console.push(String(it)));
  page.on("request", (it) => { if (!it.url().startsWith(asked.base)) told.requests.push(it.url()); });
  page.on("dialog", (it) => it.accept());
  return page;
}

const focused = (page) => page.evaluate(() => document.activeElement?.id ?? "");
const saved = (page, fact) => page.locator(`[data-fact="${fact}"][data-state="saved"]`).waitFor();

/** Presses Tab until an element has the focus; tells an error when it cannot be reached. */
async function tab_to(page, id, most = 200) {
  for (let step = 0; step < most; step += 1) {
    if ((await focused(page)) === id) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${id} cannot be reached with Tab from here`);
}

/** Chooses a value with the keyboard alone: Tab to the group, arrows to the value. */
async function choose(page, fact, value) {
  const first = await page.evaluate((fact) => {
    const boxes = [...document.querySelectorAll(`[name="${fact}.value"]`)];
    return (boxes.find((it) => it.checked) ?? boxes[0]).id;
  }, fact);
  await tab_to(page, first);
  if ((await page.evaluate((id) => document.getElementById(id).value, first)) === value) {
    await page.keyboard.press("Space");
  }
  for (let step = 0; step < 10; step += 1) {
    const now = await page.evaluate(() => document.activeElement.checked && document.activeElement.value);
    if (now === value) break;
    await page.keyboard.press(step === 0 && now === false ? "Space" : "ArrowDown");
  }
  await saved(page, fact);
}

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];

/** What axe complains of, as short lines. */
async function complaints(page) {
  const result = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] }).withTags(TAGS).setLegacyMode().analyze();
  return result.violations.map((it) => `${it.id}: ${it.nodes[0].html.slice(0, 150)}`);
}

const JOURNEYS = {
  /** Pages in the states that something has gone wrong in: a form, a field, a conflict, a failed job. */
  async errors() {
    const { at, fact, gate } = asked;
    told.complaints = {};
    for (const colorScheme of ["light", "dark"]) {
      const page = await open({ colorScheme });
      await page.goto(asked.base + "/ny");
      await page.locator("#municipality").fill("Åmodt");
      await page.locator("#date").fill("2026");
      await page.locator("main form button").first().click();
      await page.locator(".ds-error-summary").waitFor();
      told.focus = await page.evaluate(() => document.activeElement.className);
      told.complaints[`form ${colorScheme}`] = await complaints(page);
      await page.goto(asked.base + at);
      await page.locator(`#${fact}-planlagt`).check();
      await page.locator(`#${fact}-due`).fill("snart");
      await page.locator(`#${fact}-due`).blur();
      await page.locator(`#errors-${fact} p`).waitFor();
      const other = await open();
      await other.goto(asked.base + at);
      const mine = colorScheme === "light" ? "ja" : "planlagt";
      await other.locator(`#${gate}-nei`).check();
      await saved(other, gate);
      await other.locator(`#${gate}-delvis`).check();
      await other.locator(`#page-state[data-state=saved]`).waitFor();
      await page.locator(`#${gate}-${mine}`).check();
      await page.locator(`#conflict-${gate} button`).first().waitFor();
      told.complaints[`fact ${colorScheme}`] = await complaints(page);
      told.overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      await page.locator(`#conflict-${gate} button`).first().click();
      await saved(page, gate);
      await page.close();
      await other.close();
    }
  },

  /** A new assessment and one area, without touching the mouse. */
  async keyboard() {
    const page = await open();
    await page.goto(asked.base + "/ny");
    await tab_to(page, "municipality");
    await page.keyboard.type("3422");
    await tab_to(page, "date");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("01.03.2026");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/v\/\d+\/$/);
    told.at = new URL(page.url()).pathname;
    for (const [question, facts] of asked.answers) {
      await page.goto(`${asked.base}${told.at}fyll-ut/${question}?utvalg=alt`);
      for (const [fact, value] of facts) await choose(page, fact, value);
    }
    await page.keyboard.press("Control+Enter");
    await page.waitForURL((it) => !it.pathname.endsWith(asked.answers.at(-1)[0]));
    told.next = new URL(page.url()).pathname;
    await page.goto(asked.base + told.at);
    told.total = await page.locator(".score-number").first().innerText();
  },

  /** A report in PDF, without touching the mouse. */
  async report() {
    const page = await open({ acceptDownloads: true });
    await page.goto(`${asked.base}${asked.at}`);
    told.total = await page.locator(".score-number").first().innerText();
    await page.goto(`${asked.base}${asked.at}rapport`);
    await tab_to(page, "form-docx");
    await page.keyboard.press("ArrowDown");
    told.chosen = await page.evaluate(() => document.activeElement.value);
    await tab_to(page, "names");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const link = page.locator("#job a[download]");
    await link.waitFor({ timeout: 60000 });
    const [download] = await Promise.all([page.waitForEvent("download"), link.press("Enter")]);
    told.name = download.suggestedFilename();
    await download.saveAs(asked.file);
  },

  /** Two windows answer the same question: the second is shown the first's answer. */
  async windows() {
    const { at, fact } = asked;
    const [one, two] = [await open(), await open()];
    for (const page of [one, two]) await page.goto(`${asked.base}${at}`);
    await one.locator(`#${fact}-ja`).check();
    await saved(one, fact);
    await two.locator(`#${fact}-nei`).check();
    await two.locator(`#conflict-${fact} button`).first().waitFor();
    told.conflict = await two.locator(`#conflict-${fact}`).innerText();
    await two.locator(`#conflict-${fact} button`).nth(asked.take === "theirs" ? 1 : 0).click();
    await saved(two, fact);
    told.shown = await two.locator(`[name="${fact}.value"]:checked`).getAttribute("value");
    told.state = await two.locator("#page-state").getAttribute("data-state");
  },

  /** Typed text survives that the server goes away, and is saved when it comes back. */
  async away() {
    const { at, fact } = asked;
    const page = await open();
    await page.goto(`${asked.base}${at}`);
    let gone = true;
    await page.route("**/svar/**", (route) => (gone ? route.abort() : route.continue()));
    await page.locator(`#more-${fact} summary`).click();
    await page.locator(`#${fact}-note`).fill("Skrevet mens kompass var borte");
    await page.locator(`[data-fact="${fact}"][data-state="failed"]`).waitFor();
    told.said = await page.locator(`[data-fact="${fact}"] .fact-status`).innerText();
    await page.reload();
    gone = false;
    await saved(page, fact);
    told.note = await page.locator(`#${fact}-note`).inputValue();
  },

  /** The whole with JavaScript off: one button saves the page. */
  async plain() {
    const page = await open({ javaScriptEnabled: false });
    await page.goto(asked.base + "/ny");
    await page.locator("#municipality").fill("Røros");
    await page.locator("main form button").first().click();
    told.at = new URL(page.url()).pathname;
    await page.goto(`${asked.base}${told.at}fyll-ut/1.1.1?utvalg=alt`);
    const { gate, follow } = asked;
    told.before = await page.locator(`#fact-${follow}`).count();
    await page.locator(`#${gate}-ja`).check();
    await page.locator("button:not(.ds-sr-only).no-js").first().click();
    told.after = await page.locator(`#fact-${follow}`).count();
    told.checked = await page.locator(`#${gate}-ja`).isChecked();
    told.alert = await page.locator(".ds-alert").first().innerText();
  },

  /** Tells where the focus is after a follow-up has appeared: where it was. */
  async focus() {
    const page = await open();
    await page.goto(`${asked.base}${asked.at}`);
    await page.locator(`#${asked.gate}-ja`).focus();
    await page.keyboard.press("Space");
    await page.locator(`#fact-${asked.follow}`).waitFor();
    told.focused = await focused(page);
    await page.locator(`#${asked.gate}-nei`).check();
    await page.locator(`#fact-${asked.follow}`).waitFor({ state: "detached" });
    told.focused_after = await focused(page);
  },
};

try {
  await JOURNEYS[asked.journey]();
  if (asked.picture) await browser.contexts().at(-1).pages().at(-1).screenshot({ path: asked.picture, fullPage: true });
} finally {
  await browser.close();
}
console.log(JSON.stringify(told));
