// Makes a fact form save by itself. Without this file the page's one button saves everything.

const words = document.body.dataset;
const facts = new Map(); // fact id -> what this window knows about its saving
const TYPING_PAUSE = 800; // ms from the last key to the save
const RETRIES = [1, 2, 5, 10, 20, 30]; // s between tries when nobody answers
const BOX = "[type=radio], [type=checkbox]";
const LIVE = { "X-Kompass": "live" };
const TEXT = "textarea, input:not([type=radio], [type=checkbox], [type=date], [type=hidden])";

const fieldset = (id) => document.querySelector(`[data-fact="${CSS.escape(id)}"]`);
const factOf = (node) => node.closest?.("[data-fact]")?.dataset.fact;
const drawer = (id) => `kompass:${location.pathname}#${id}`;
const field = (set, name) => set.querySelector(`[name="${CSS.escape(name)}"]`);

const record = (id) => facts.get(id) ?? facts.set(id, { tries: 0 }).get(id);

/** Every named input of one fact, as name and value, the way a form would send it. */
function pairs(id) {
  const sent = (it) => !it.matches(":disabled, button, [type=submit]") && (!it.matches(BOX) || it.checked);
  return [...(fieldset(id)?.querySelectorAll("[name]") ?? [])].filter(sent).map((it) => [it.name, it.value]);
}

// What is typed but not confirmed is kept in this tab, so that a crash or a reload loses nothing.
function keep(id) {
  try { sessionStorage.setItem(drawer(id), JSON.stringify(pairs(id))); } catch { /* full */ }
}
const forget = (id) => sessionStorage.removeItem(drawer(id));

const unsaved = (know) => know && (know.busy || know.dirty || know.stopped);
let said;
/** Tells screen readers, through the page's one live region. */
function announce(text) {
  const live = document.getElementById("live");
  if (live && text) live.textContent = text;
  clearTimeout(said);
  said = setTimeout(() => { live.textContent = ""; }, 4000); // so that the same words are heard anew
}

function show(id, state, text) {
  const set = fieldset(id);
  set.dataset.state = state;
  if (text) set.querySelector(".fact-status").textContent = text;
  const page = document.getElementById("page-state");
  const states = [...facts.keys()].map((key) => fieldset(key)?.dataset.state);
  const worst = ["failed", "conflict", "invalid", "unsaved", "saving"].find((it) => states.includes(it));
  const waits = worst === "unsaved" || worst === "saving" ? words.saving : words.unsaved;
  if (page) Object.assign(page, { textContent: worst ? waits : words.saved }).dataset.state = worst ?? "saved";
}

/** Puts the server's html where it belongs, but never under somebody's fingers. */
function swap(parts, saved, forced) {
  for (const [target, html] of Object.entries(parts ?? {})) {
    const element = document.getElementById(target);
    if (!element || element.innerHTML === html) continue;
    const own = forced && element.closest("[data-fact]") === fieldset(saved);
    const inner = [...element.querySelectorAll("[data-fact]")].map((it) => facts.get(it.dataset.fact));
    if (inner.some(unsaved) || (element.contains(document.activeElement) && !own)) continue;
    const opened = [...element.querySelectorAll("details[open][id]")].map((it) => it.id);
    element.innerHTML = html;
    for (const one of opened) document.getElementById(one)?.setAttribute("open", "");
  }
  for (const id of facts.keys()) if (!fieldset(id)) facts.delete(id); // a follow-up that no longer applies
}

async function save(id, choice) {
  const know = record(id);
  const set = fieldset(id);
  clearTimeout(know.timer);
  if (know.busy) know.choice = choice ?? know.choice;
  if (!set || know.busy) return;
  if (!choice && know.sent === JSON.stringify(pairs(id))) { // taken back, or left as it was
    know.dirty = false;
    forget(id);
    return show(id, "saved", know.told);
  }
  know.busy = true;
  know.dirty = know.choice = undefined;
  show(id, "saving", words.saving);
  const body = new URLSearchParams(pairs(id));
  const token = set.closest("form")?.querySelector("[name=token]");
  if (token) body.append("token", token.value);
  if (choice) body.append(...choice);
  const keepalive = body.toString().length < 60000; // the browser's limit for outliving the page
  let answer, told;
  try {
    answer = await fetch(set.dataset.save, { method: "POST", body, headers: LIVE, keepalive });
    if (answer.status < 500 && answer.status !== 403) told = await answer.json();
  } catch { told = undefined; }
  know.busy = false;
  if (told) confirmed(id, know, told, choice);
  else if (answer?.status === 403) refused(id, know);
  else again(id, know, choice);
}

function confirmed(id, know, told, choice) {
  const set = fieldset(id);
  const base = field(set, `${id}.base`);
  const settled = told.status === "saved" || told.status === "unchanged";
  if (base && told.base !== undefined && settled) base.value = told.base;
  know.tries = 0;
  know.stopped = !settled;
  if (choice) set.focus({ preventScroll: true });
  swap(told.swap, id, choice);
  if (settled && !know.dirty) forget(id);
  know.sent = settled && !know.dirty ? JSON.stringify(pairs(id)) : undefined;
  know.told = told.message || words.saved;
  show(id, settled ? "saved" : told.status, know.told);
  announce(settled ? words.saved : told.message);
  if (know.choice || (know.dirty && settled)) save(id, know.choice);
}

function refused(id, know) {
  know.stopped = know.dirty = true;
  keep(id);
  show(id, "failed", words.old);
  announce(words.old);
  const link = Object.assign(document.createElement("a"), { href: location.href, textContent: words.reload });
  link.addEventListener("click", (event) => { event.preventDefault(); leaving = true; location.reload(); });
  fieldset(id).querySelector(".fact-status").append(" ", link);
}

function again(id, know, choice) {
  const wait = RETRIES[Math.min(know.tries++, RETRIES.length - 1)];
  know.dirty = true;
  keep(id);
  show(id, "failed", `${words.offline} ${words.retry.replace("{n}", wait)}`);
  if (know.tries === 1) announce(words.offline);
  know.timer = setTimeout(() => save(id, choice), wait * 1000);
}

function touched(id, wait) {
  const know = record(id);
  know.dirty = true;
  keep(id);
  clearTimeout(know.timer);
  if (!know.busy) show(id, "unsaved", words.saving);
  know.timer = wait ? setTimeout(() => save(id), wait) : save(id);
}

// A page is left when everything is confirmed, or after three seconds, when the browser asks.
let leaving = false;
const open = () => [...facts.values()].some(unsaved);
async function settle() {
  for (const [id, know] of facts) if (know.dirty && !know.busy && !know.stopped) save(id);
  const until = Date.now() + 3000;
  const moving = () => [...facts.values()].some((it) => it.busy || (it.dirty && !it.stopped && !it.tries));
  while (moving() && Date.now() < until) await new Promise((done) => setTimeout(done, 25));
}
const go = (address) => settle().then(() => location.assign(address));

document.addEventListener("input", (event) => {
  const id = factOf(event.target);
  if (id && event.target.matches(TEXT)) touched(id, TYPING_PAUSE);
});
document.addEventListener("change", (event) => {
  const id = factOf(event.target);
  if (id && event.target.name) touched(id, 0);
});
document.addEventListener("focusout", (event) => {
  const id = factOf(event.target);
  if (id && record(id).dirty && !record(id).tries && event.target.matches(TEXT)) save(id);
});
document.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (!event.target.querySelector("[data-fact]")) return;
  event.preventDefault();
  if (button?.name.endsWith(".choice")) save(factOf(button), [button.name, button.value]);
  else settle();
});
document.addEventListener("click", (event) => {
  if (event.target.matches("[data-add]")) another(event.target);
  const link = event.target.closest?.("a[href]");
  if (!link || !open() || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.defaultPrevented || link.target || link.download || link.origin !== location.origin) return;
  if (link.hash && link.pathname === location.pathname) return;
  event.preventDefault();
  go(link.href);
});
addEventListener("beforeunload", (event) => { if (open() && !leaving) event.preventDefault(); });
document.addEventListener("keydown", (event) => {
  const held = event.ctrlKey || event.metaKey;
  if (event.key === "Enter" && held) {
    const link = document.querySelector(event.shiftKey ? "a[rel=prev]" : "a[rel=next]");
    event.preventDefault();
    if (link) go(link.href);
  } else if (event.key === "/" && !held && slash?.checked && !event.target.closest("input, textarea, select")) {
    event.preventDefault();
    document.querySelector("input[type=search]")?.focus();
  }
});

/** One more row for a document: a copy of the last, emptied, with the next number in its names. */
function another(button) {
  const rows = document.getElementById(button.dataset.add);
  const number = rows.children.length;
  const row = rows.lastElementChild.cloneNode(true);
  for (const node of row.querySelectorAll("*")) {
    for (const name of ["name", "id", "for", "aria-describedby"]) {
      const value = node.getAttribute(name);
      if (value) node.setAttribute(name, value.replace(/([.-])\d+(?=[.-][a-z]+$)/, `$1${number}`));
    }
    node.removeAttribute("aria-invalid");
    if (node.matches("input, textarea")) node.value = "";
    if (node.matches("[data-number]")) node.textContent = number + 1;
    else if (node.matches(".ds-validation-message")) node.remove();
  }
  rows.append(row);
  row.querySelector("input")?.focus();
}

/** Fills in what was typed before a crash or a reload, and saves it. */
function restore(id) {
  const set = fieldset(id);
  let kept;
  try { kept = JSON.parse(sessionStorage.getItem(drawer(id))); } catch { return; }
  if (!Array.isArray(kept) || JSON.stringify(kept) === JSON.stringify(pairs(id))) return forget(id);
  const add = set.querySelector("[data-add]");
  for (const box of set.querySelectorAll(BOX)) box.checked = false;
  for (const [name, value] of kept) {
    if (!field(set, name) && add && name.startsWith(`${id}.evidence.`)) another(add);
    const inputs = [...set.querySelectorAll(`[name="${CSS.escape(name)}"]`)];
    const one = inputs.find((it) => it.matches(BOX) && it.value === value);
    if (one) one.checked = true;
    else if (inputs[0] && !inputs[0].matches(BOX)) inputs[0].value = value;
  }
  announce(words.restored);
  touched(id, 0);
}

async function poll(box) {
  for (;;) {
    try {
      const told = await (await fetch(box.dataset.poll, { headers: LIVE })).json();
      if (told.html !== undefined && box.innerHTML !== told.html) box.innerHTML = told.html;
      if (told.done) return told.href ? location.assign(told.href) : announce(words.done);
    } catch { /* the server may be busy: ask again */ }
    await new Promise((done) => setTimeout(done, 500));
  }
}

// One key alone gets in the way of some who steer by voice: it can be turned off, for good.
const slash = document.getElementById("slash");
if (slash) slash.checked = localStorage.getItem("kompass:slash") !== "off";
slash?.addEventListener("change", () => localStorage.setItem("kompass:slash", slash.checked ? "on" : "off"));

document.documentElement.classList.add("js");
for (const set of document.querySelectorAll("[data-fact]")) restore(set.dataset.fact);
for (const box of document.querySelectorAll("[data-poll]")) poll(box);
document.querySelector(".ds-error-summary")?.focus();
