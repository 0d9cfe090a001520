// What waits on a device: what is saved lies here, sealed, until the service has answered for each
// entry. With a line that takes a moment; without one it takes until the line is back. Where the
// browser cannot do it, the form is sent as any other. The day of a unit and the register of a group
// use it, and what waits of the one is sent from the page of the other as well.

const vault = self.vault;
const device = document.getElementById("device");
const { account } = device.dataset;
const words = device.dataset;
const SOON = 1_000; // a lost line is tried again so soon, then after twice as long each time, ...
const AGAIN = 20_000; // ... and at least this often while something waits, in milliseconds
const BATCH = 500;
const DAY = "/separation/day/entries"; // where what has no address of its own goes
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

function tellRow(entry, fate) {
  const row = document.querySelector(`tr[data-person="${CSS.escape(entry.person)}"] [data-fates]`);
  if (row) row.append(line(`${entry.label}: ${fate}`));
}

function line(text, ...more) {
  const made = document.createElement("li");
  made.textContent = text;
  made.append(...more);
  return made;
}

function button(text, act) {
  const made = document.createElement("button");
  Object.assign(made, { type: "button", className: "quiet", textContent: text, onclick: act });
  return made;
}

async function look() {
  const { mine, others } = await vault.waiting(account);
  const queue = await vault.entries(account, "waiting");
  show("waiting", mine ? words.waiting.replace("{n}", mine) : "");
  said("waiting").querySelector("ul").replaceChildren(...queue.map((one) => line(one.label)));
  show("others", others ? words.others.replace("{n}", others) : "");
  const told = await vault.entries(account, "told");
  said("told").hidden = !told.length;
  said("told").querySelector("ul").replaceChildren(...told.map(toldLine));
}

function toldLine(entry) {
  const gone = async () => { await vault.drop(entry.key); await look(); };
  const seen = button(words.seen, gone);
  const again = entry.fate === "refused" && where(entry) === words.send
    ? [button(words.again, () => { if (page.typeAgain(entry)) gone(); })] : [];
  const made = line(`${entry.label}: ${entry.said} `, ...again, seen);
  made.className = "told";
  return made;
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

// One batch, of one place. True where another is worth trying.
async function sendSome() {
  const queue = await vault.entries(account, "waiting");
  if (!queue.length) return false;
  const { place } = queue[0];
  const to = where(queue[0]);
  const batch = queue.filter((one) => one.place === place && where(one) === to).slice(0, BATCH);
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

// What was written goes; what needs a person stays until the person has seen it.
async function settle(batch, outcomes) {
  let changed = 0;
  for (const { key, fate, said: sentence } of outcomes) {
    const entry = batch.find((one) => one.key === key);
    if (!entry || fate === "held_back") continue;
    changed += 1;
    if (fate === "written" || fate === "already") await vault.drop(key);
    else await vault.tell(account, { ...entry, fate, said: sentence });
    if (fate !== "refused") tellRow(entry, sentence);
  }
  return changed > 0;
}

async function leaving(event) {
  const out = event.target;
  event.preventDefault();
  try {
    if ((await vault.waiting(account)).mine) {
      show("leaving", true);
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
  if ((await vault.waiting(account)).mine) await send();
}

let saving = false;
async function save(event) {
  event.preventDefault();
  if (saving) return; // a double click
  saving = true;
  busy(true);
  try {
    const typed = page.typed();
    show("nothing", typed.length ? "" : true);
    await vault.keep(account, typed.map((one) => ({ ...one, send: words.send })));
    page.emptied();
  } catch {
    page.form.submit(); // this device can keep nothing: send it as any other form
    return;
  } finally {
    saving = false;
  }
  await look();
  await send();
}

async function begin() {
  const way = location.pathname + location.search;
  if (words.stored) {
    show("off", true);
  } else {
    const html = `<!doctype html>${document.documentElement.outerHTML}`;
    await vault.begin(account, Date.now() + (Number(words.ends) - Number(words.now)) * 1000);
    if (words.whole) await vault.keepPage(account, way, html);
  }
  page.begun();
  if (page.form) page.form.addEventListener("submit", save);
  const out = document.querySelector('form[action="/sign-out"]');
  out.addEventListener("submit", leaving);
  said("leaving").querySelector("button").onclick = async () => {
    await vault.forget(account);
    out.submit();
  };
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
  if (location.hash === "#device") show("leaving", (await vault.waiting(account)).mine > 0);
  await swept();
  await look();
  device.dataset.ready = "1";
}

// `of`: the form of the page; `typed()` its entries; `emptied()` once they are kept; `begun()` when
// the page is shown; `typeAgain(entry)` puts one back, and says whether it could.
export function start(of) {
  page = of;
  if (self.isSecureContext && navigator.serviceWorker && vault) begin();
}
