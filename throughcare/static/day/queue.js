// What waits on a device: what is saved lies here, sealed, until the service has answered for each
// entry. With a line that takes a moment; without one it takes until the line is back. Where the
// browser cannot do it, the form is sent as any other. The day of a unit, the register of a group and
// the list of the wing use it, and what waits of the one is sent from the page of the other as well.
import { asTyped, line, toldLine } from "./told.js";

const vault = self.vault;
const device = document.getElementById("device");
const { account } = device.dataset;
const words = device.dataset;
const SOON = 1_000; // a lost line is tried again so soon, then after twice as long each time, ...
const AGAIN = 20_000; // ... and at least this often while something waits, in milliseconds
const BATCH = 500; // entries at once, ...
const SIGNS = 400_000; // ... and signs: the service reads 2.5 megabytes at once
// A question that its writer has not answered in this time is answered for him or her: the words are
// kept, with that fact. Shorter than the half hour after which a session that rests is over.
const LOOK = 20 * 60_000;
const DAY = "/separation/day/entries"; // where what has no address of its own goes
const since = new Map(); // since when each question stands on this page
let page = null; // the form of the page, and what it does with its entries

const said = (name) => device.querySelector(`[data-said="${name}"]`);
const show = (name, text) => {
  said(name).hidden = !text;
  const place = said(name).querySelector("[data-text]");
  if (place && typeof text === "string") place.textContent = text;
};
const busy = (now) => device.setAttribute("aria-busy", String(now));
const token = () => (document.cookie.match(/(?:^|; )csrftoken=([^;]+)/) || [])[1]
  || document.querySelector("input[name=csrfmiddlewaretoken]").value;

// Beside the person on the page; nothing of it is kept.
function tellRow(entry, fate, sentence) {
  const place = document.querySelector(`[data-person="${CSS.escape(entry.person)}"] [data-fates]`);
  if (place && page.tell) page.tell(place, entry, fate, sentence);
  else if (place && fate !== "refused") place.append(line(`${entry.label}: ${sentence}`));
}

async function look() {
  const { mine, others } = await vault.waiting(account);
  const queue = await vault.entries(account, "waiting");
  show("waiting", mine ? words.waiting.replace("{n}", mine) : "");
  said("waiting").querySelector("ul").replaceChildren(...queue.map((one) => line(one.label)));
  show("others", others ? words.others.replace("{n}", others) : "");
  const asked = await vault.entries(account, "asked");
  for (const { key } of asked) if (!since.has(key)) since.set(key, Date.now());
  const told = [...asked, ...await vault.entries(account, "told")];
  said("told").hidden = !told.length;
  said("told").querySelector("ul").replaceChildren(...told.map((entry) => toldLine(entry, {
    words, own: where(entry) === words.send, drop: gone, keep: asItStands, again,
  })));
}

async function gone(entry) {
  await vault.drop(entry.key);
  await look();
}

const again = (entry) => { if (page.typeAgain(entry)) gone(entry); };

// The writer has looked at the words, and keeps them.
async function asItStands(entry) {
  await vault.keep(account, [{ ...asTyped(entry), warned: entry.seal }], [entry.key]);
  await look();
  await send();
}

// The writer is gone, or has other things to do: nothing is lost, and it is said of it.
async function withoutLook(entries) {
  for (const one of entries) {
    await vault.keep(account, [{ ...asTyped(one), gone: true }], [one.key]);
  }
}

async function answerForWhoDoesNot() {
  const asked = await vault.entries(account, "asked");
  await withoutLook(asked.filter(
    ({ key }) => Date.now() - since.get(key) >= LOOK && !(page.holds && page.holds(key))));
}

let sending = null;
function send() {
  sending = sending || sendAll().finally(() => { sending = null; });
  return sending;
}

async function sendAll() {
  busy(true);
  try {
    while (await sendSome()) { /* until nothing waits that can be sent */ }
  } finally {
    await look();
    busy(false);
  }
}

let patience = SOON;
let next = 0;
function trySoon() {
  clearTimeout(next); // one trial waits at a time, however long the line is away
  next = setTimeout(send, patience);
  patience = Math.min(2 * patience, AGAIN);
}

const where = (entry) => entry.send || DAY;

// As many as the service reads at once, and at least one.
function some(queue) {
  let signs = 0;
  const enough = queue.findIndex((one, number) => {
    signs += JSON.stringify(one).length;
    return number === BATCH || (number > 0 && signs > SIGNS);
  });
  return enough < 0 ? queue : queue.slice(0, enough);
}

// One batch, of one place. True where another is worth trying.
async function sendSome() {
  const queue = await vault.entries(account, "waiting");
  if (!queue.length) return false;
  const { place } = queue[0];
  const to = where(queue[0]);
  const batch = some(queue.filter((one) => one.place === place && where(one) === to));
  let answer;
  try {
    answer = await fetch(to, {
      method: "POST", redirect: "manual", credentials: "same-origin",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token() },
      body: JSON.stringify({ now: new Date().toISOString(), place, entries: batch }),
    });
  } catch {
    show("off", true);
    trySoon();
    return false;
  }
  patience = SOON;
  show("off", "");
  // The door is closed: what waits stays, and is sent once this person has come in again.
  const closed = answer.type === "opaqueredirect" || answer.status === 403;
  show("closed", closed);
  if (closed) return false;
  if (!answer.ok) {
    show("trouble", answer.status === 422 ? (await answer.json()).said : words.failed);
    return false;
  }
  show("trouble", "");
  const told = await answer.json();
  if (told.clock) show("clock", told.clock);
  return settle(batch, told.outcomes);
}

const state = (fate) => (fate === "asked" ? "asked" : "told");

// What was written goes; what needs a person stays until the person has seen it.
async function settle(batch, outcomes) {
  let changed = 0;
  for (const { key, ...answer } of outcomes) {
    const entry = batch.find((one) => one.key === key);
    if (!entry || answer.fate === "held_back") continue;
    changed += 1;
    if (answer.fate === "written" || answer.fate === "already") await vault.drop(key);
    else await vault.tell(account, { ...entry, ...answer }, state(answer.fate));
    tellRow(entry, answer.fate, answer.said);
  }
  return changed > 0;
}

// Whether anything would be lost that its person has not seen or answered.
async function stays() {
  const { mine, open, asked } = await vault.waiting(account);
  show("leaving", mine + open > 0);
  said("leaving").querySelector("[data-act=send]").hidden = !asked;
  return mine + open > 0;
}

async function sendAndLeave(out) {
  await withoutLook(await vault.entries(account, "asked"));
  await send();
  if (await stays()) return;
  await vault.forget(account);
  out.submit();
}

async function leaving(event) {
  const out = event.target;
  event.preventDefault();
  try {
    if (await stays()) {
      device.scrollIntoView();
      return;
    }
    await vault.forget(account);
  } catch {
    // What cannot be read here is taken away by the worker.
  }
  out.submit();
}

async function swept() {
  await vault.sweep();
  if (!(await vault.knows(account))) {
    document.querySelector("main").replaceChildren();
    location.assign("/");
    return;
  }
  await answerForWhoDoesNot();
  if ((await vault.waiting(account)).mine) await send();
}

let saving = false;
async function save(event) {
  event.preventDefault();
  if (saving) return; // a double click
  saving = true;
  busy(true);
  let typed;
  try {
    typed = page.typed(event.submitter);
    if (!typed) { // the page has said at its fields what is wrong
      busy(false);
      return;
    }
    show("nothing", typed.length ? "" : true);
    const kept = typed.map(({ instead, ...one }) => ({ ...one, send: words.send }));
    await vault.keep(account, kept, typed.flatMap(({ instead }) => instead || []));
    page.emptied();
  } catch {
    page.form.submit(); // this device can keep nothing: send it as any other form
    return;
  } finally {
    saving = false;
  }
  await look();
  await send();
  const asked = (await vault.entries(account, "asked")).find(
    (one) => typed.some(({ key }) => key === one.key));
  if (asked && page.asked) page.asked(asked);
}

// The page as it is kept: as it was opened, without what is of no use where there is no line.
function whole() {
  const copy = document.documentElement.cloneNode(true);
  copy.querySelectorAll("[data-with-line]").forEach((one) => one.remove());
  return `<!doctype html>${copy.outerHTML}`;
}

async function begin() {
  const way = words.way || location.pathname + location.search;
  if (words.stored) {
    show("off", true);
  } else {
    const html = whole();
    await vault.begin(account, Date.now() + (Number(words.ends) - Number(words.now)) * 1000);
    if (words.whole) await vault.keepPage(account, way, html);
  }
  page.begun();
  if (page.form) page.form.addEventListener("submit", save);
  const out = document.querySelector('form[action="/sign-out"]');
  out.addEventListener("submit", leaving);
  said("leaving").querySelector("[data-act=drop]").onclick = async () => {
    await vault.forget(account);
    out.submit();
  };
  said("leaving").querySelector("[data-act=send]").onclick = () => sendAndLeave(out);
  said("waiting").querySelector("button").onclick = send;
  said("clock").querySelector("button").onclick = () => show("clock", "");
  addEventListener("online", send);
  setInterval(swept, AGAIN);
  await navigator.serviceWorker.register(words.worker, { scope: "/" });
  const ready = await navigator.serviceWorker.ready;
  const keep = [...document.querySelectorAll("link[rel=stylesheet], script[src]")]
    .map((one) => one.href || one.src);
  if (!words.stored) ready.active.postMessage({ keep });
  // The worker led here from a sign-out on another page.
  if (location.hash === "#device") await stays();
  await swept();
  await look();
  device.dataset.ready = "1";
}

// `of`: the form of the page; `typed(button)` its entries, or nothing where the page has said what is
// wrong; `emptied()` once they are kept; `begun()` when the page is shown; `typeAgain(entry)` puts one
// back, and says whether it may be forgotten. Where a page has them: `tell(place, entry, fate,
// sentence)` beside a person, `asked(entry)` for a question to what was saved just now, and
// `holds(key)` for an entry that is being typed again.
export function start(of) {
  page = of;
  if (self.isSecureContext && navigator.serviceWorker && vault) begin();
}
